/** Short words at the foot of the page, and what to say of a fault. */

import { fill, h } from "./dom.js";
import { known, t } from "./i18n.js";

const LASTS_MS = 6000;

/** Says something for a while; `action` is `{label, act}` for a way back. */
export function notice(text, action = null) {
  const shown = h("p", { class: "notice" }, h("span", {}, text));
  if (action) {
    const act = () => {
      shown.remove();
      action.act();
    };
    shown.append(h("button", { type: "button", onclick: act }, action.label));
  }
  document.querySelector(".notices").append(shown);
  setTimeout(() => shown.remove(), LASTS_MS);
}

/** What happened, and what to do, in the person's language. */
export function said(problem) {
  if (problem.status === 429) return problem.wait ? t("trouble.wait", { count: problem.wait }) : t("trouble.often");
  if (known(`trouble.${problem.code}`)) return t(`trouble.${problem.code}`);
  if (problem.status >= 500 || problem.status === undefined) return t("trouble.server");
  return problem.detail || t("trouble.server");
}

/** Does something and says so where it fails; true where it did not. */
export async function tried(act, done = "") {
  try {
    await act();
  } catch (problem) {
    if (problem.status !== 401) notice(said(problem));
    if (problem.status === undefined) console.error(problem);
    return false;
  }
  if (done) notice(done);
  return true;
}

/** A room's content once it is there; while it is not, a word; where it fails, what to do, and once more. */
export async function loaded(place, load) {
  place.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => fill(place, h("p", { class: "soft" }, t("trouble.slow"))), 1500);
  try {
    fill(place, await load());
  } catch (problem) {
    if (problem.status === undefined) console.error(problem);
    fill(
      place,
      trouble(problem, () => loaded(place, load)),
    );
  } finally {
    clearTimeout(slow);
    place.removeAttribute("aria-busy");
  }
}

export function trouble(problem, retry = null) {
  const again = retry && h("button", { type: "button", class: "button", onclick: retry }, t("action.retry"));
  return h("div", { class: "trouble", role: "alert" }, h("p", {}, said(problem)), again);
}
