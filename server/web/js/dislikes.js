/** What somebody never wears beside colours: kinds, cloths and patterns, chosen one by one and taken back by a press. */

import { h, icon } from "./dom.js";
import { field } from "./garment.js";
import { named, t, table } from "./i18n.js";

const KINDS = { avoid_categories: "categories", avoid_fabrics: "fabrics", avoid_patterns: "patterns" };

/** `{element, told}`; `told()` is what a profile holds of it. */
export function dislikes(profile) {
  const held = Object.fromEntries(Object.keys(KINDS).map((key) => [key, new Set(profile[key])]));
  const chips = h("div", { class: "chips" });
  const add = h(
    "select",
    { onchange: () => take(add.value) },
    h("option", { value: "" }, t("you.never_add")),
    Object.entries(KINDS).map(([key, kind]) => h("optgroup", { label: t(`you.${key}`) }, choices(key, kind))),
  );

  function take(chosen) {
    const [key, word] = chosen.split(":");
    add.value = "";
    if (!word || held[key].has(word)) return;
    held[key].add(word);
    chips.append(chip(key, word));
  }

  function chip(key, word) {
    const name = named(KINDS[key], word);
    const leave = () => {
      held[key].delete(word);
      entry.remove();
      add.focus();
    };
    const props = { type: "button", class: "chip", "aria-label": t("you.never_less", { what: name }), onclick: leave };
    const entry = h("button", props, name, icon("close"));
    return entry;
  }

  for (const [key, words] of Object.entries(held)) chips.append(...[...words].map((word) => chip(key, word)));
  const element = h(
    "fieldset",
    { class: "field" },
    h("legend", {}, t("you.never")),
    chips,
    field(t("you.never_what"), add),
  );
  return { element, told: () => Object.fromEntries(Object.entries(held).map(([key, words]) => [key, [...words]])) };
}

function choices(key, kind) {
  const names = Object.keys(table(kind)).map((word) => [`${key}:${word}`, named(kind, word)]);
  names.sort((one, other) => one[1].localeCompare(other[1], document.documentElement.lang));
  return names.map(([value, name]) => h("option", { value }, name));
}
