// Filters the cases, opens the one that a link points to, and unfolds the failed ones for printing.
(() => {
  const form = document.querySelector("form.filter");
  const cases = [...document.querySelectorAll("details.case")];
  const listed = (text, word) => text.includes(`|${word}|`);
  const words = new Map();

  const textOf = (one) => {
    if (!words.has(one)) {
      const parts = one.querySelectorAll("summary, .talk, table.scores");
      words.set(one, [...parts].map((part) => part.textContent).join(" ").toLowerCase());
    }
    return words.get(one);
  };

  const fits = (one, wanted) => {
    const { failed, language, tags, moved } = one.dataset;
    return (wanted.show === "all" || (wanted.show === "failed" ? failed !== "|" : moved === wanted.show))
      && (!wanted.score || listed(failed, wanted.score))
      && (!wanted.language || language === wanted.language)
      && (!wanted.tag || listed(tags, wanted.tag))
      && (!wanted.text || textOf(one).includes(wanted.text.toLowerCase()));
  };

  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    let shown = 0;
    for (const one of cases) {
      one.hidden = !fits(one, wanted);
      shown += one.hidden ? 0 : 1;
    }
    form.querySelector("output").textContent = `${shown} of ${cases.length} cases`;
  };

  const open = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.matches("details.case")) {
      target.hidden = false;
      target.open = true;
      target.scrollIntoView();
    }
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }
  addEventListener("hashchange", open);
  open();

  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = cases.filter((one) => one.matches(".failed") && !one.hidden && !one.open);
    unfolded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => unfolded.forEach((one) => { one.open = false; }));
})();
