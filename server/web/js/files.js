/** The wardrobe out and in, as a file: how far it is, what came of it, and what was not taken and why. */

import { upload } from "./api.js";
import { button, fill, h } from "./dom.js";
import { language, t } from "./i18n.js";
import { faultOf, said } from "./notice.js";

const KINDS = ["zip", "csv"];

export function files(refresh) {
  const told = h("div", { class: "uploads", "aria-live": "polite", hidden: true });
  const file = h("input", {
    type: "file",
    accept: KINDS.map((kind) => `.${kind}`).join(),
    id: "wardrobe-file",
    hidden: true,
    onchange: () => take(file.files[0]),
  });

  async function take(one) {
    file.value = "";
    const far = h("progress", { max: 1, value: 0, "aria-label": one.name });
    fill(told, h("p", {}, t("import.sending", { name: one.name })), far).hidden = false;
    try {
      const taken = await upload("/v1/wardrobe/import/file", one, (share) => (far.value = share));
      fill(told, outcome(taken, refresh));
      if (!taken.refused.length) refresh();
    } catch (problem) {
      fill(told, h("p", { role: "alert" }, said(problem)));
    }
  }

  const links = KINDS.map((kind) =>
    h(
      "a",
      { class: "button", href: `/v1/wardrobe/export.${kind}`, download: `wardrobe.${kind}` },
      t(`wardrobe.export_${kind}`),
    ),
  );
  const opener = button(t("wardrobe.import"), () => file.click());
  return h(
    "section",
    { class: "section" },
    h("h2", {}, t("wardrobe.files")),
    h("div", { class: "row" }, links, opener, file),
    told,
  );
}

/** What came of a file; where something was not taken, it stays to be read until the person goes on. */
function outcome({ added, known, refused }, refresh) {
  return [
    h("p", {}, t("wardrobe.imported", { added, known, refused: refused.length })),
    refused.length > 0 && [
      h(
        "ul",
        { class: "small" },
        refused.map(({ where, reason }) => h("li", {}, t("learned.line", { what: place(where), value: why(reason) }))),
      ),
      h("div", {}, button(t("import.go_on"), refresh)),
    ],
  ];
}

/** Why a line or a photo was not taken: `CODE: …` of a photo in words of ours, of a line at least the column. */
function why(reason) {
  const [, word] = /^(\w+)/.exec(reason) ?? [];
  const told = faultOf(word);
  if (told) return told;
  return language() === "en" || !word ? reason : t("import.column", { column: word });
}

/** `line 3` or `photo 2` in the person's language. */
function place(where) {
  const [, kind, number] = /^(line|photo) (\d+)$/.exec(where) ?? [];
  return kind ? t(`import.${kind}`, { number }) : where;
}
