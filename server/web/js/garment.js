/** One garment in a sheet of its own: what it is, where it is, when it was worn; and the form that corrects it. */

import { ask } from "./api.js";
import { button, h } from "./dom.js";
import { sheet } from "./dialog.js";
import { picture } from "./flatlay.js";
import { day, money, named, pieceName, t, table } from "./i18n.js";
import { tried } from "./notice.js";
import { sayInChat } from "./page.js";
import { summary } from "./wardrobe.js";

const MOST_COLOURS = 6;

/** Resolves with true where anything was changed. */
export function garmentSheet(garment) {
  const path = `/v1/wardrobe/${garment.id}`;
  return sheet(pieceName(garment), (close) => {
    const act = (suffix, options, done) => async () =>
      (await tried(() => ask(path + suffix, options), done)) && close(true);
    const washed = garment.state === "in_wash";
    const go = () => {
      close();
      sayInChat(
        garment.photo
          ? t("say.photo", { number: garment.photo })
          : t("start.own", { piece: table("mine")[garment.category] }),
      );
    };
    return [
      h("div", { class: "garment-picture" }, picture(garment)),
      h("p", {}, summary(garment)),
      h(
        "dl",
        { class: "facts small" },
        facts(garment).map(([name, value]) => [h("dt", { class: "soft" }, name), h("dd", {}, value)]),
      ),
      h(
        "div",
        { class: "row" },
        button(t("garment.goes_with"), go, { kind: "primary" }),
        button(t("garment.worn_today"), act("/worn", { method: "POST", json: {} }, t("garment.worn_noted"))),
        button(
          t(washed ? "garment.back" : "garment.to_wash"),
          act("", { method: "PATCH", json: { state: washed ? "here" : "in_wash" } }),
        ),
        button(t("wardrobe.correct"), async () => (await editGarment(garment)) && close(true)),
        button(
          t("garment.given_away"),
          act("", { method: "PATCH", json: { state: "given_away" } }, t("garment.given_noted")),
          { kind: "quiet" },
        ),
        button(t("garment.remove"), act("", { method: "DELETE" }), { kind: "quiet" }),
      ),
    ];
  });
}

function facts(garment) {
  const photos = [garment.photo, ...garment.also_on].filter((number) => number !== null);
  return [
    photos.length && [t("garment.photos"), photos.map((number) => t("photo.number", { number })).join(", ")],
    garment.size && [t("garment.size"), garment.size],
    [t("garment.last_worn"), garment.last_worn ? day(garment.last_worn) : t("garment.never")],
    garment.worn.length && [t("garment.times"), String(garment.worn.length)],
    garment.cost_per_wear !== null && [t("garment.per_wear"), money(garment.cost_per_wear, garment.currency ?? "EUR")],
  ].filter(Boolean);
}

/** A form over what is known of a garment; resolves with true where it was saved, which confirms it. */
export function editGarment(garment) {
  return sheet(t("garment.edit"), (close) => {
    const chosen = new Set(garment.colours.map((colour) => colour.family));
    const category = select("categories", garment.category);
    const cloth = select("fabrics", garment.fabrics[0] ?? "", t("garment.unknown"));
    const pattern = select("patterns", garment.pattern);
    const size = h("input", { value: garment.size ?? "", maxlength: 20 });
    const paid = h("input", { type: "number", min: 0, step: "0.01", inputmode: "decimal", value: garment.paid ?? "" });
    const save = async (event) => {
      event.preventDefault();
      const json = {
        category: category.value,
        pattern: pattern.value,
        size: size.value.trim() || null,
        confirmed: true,
      };
      if (cloth.value !== (garment.fabrics[0] ?? "")) json.fabrics = cloth.value ? [cloth.value] : [];
      const families = garment.colours.map((colour) => colour.family);
      if (families.length !== chosen.size || families.some((family) => !chosen.has(family))) json.colours = [...chosen];
      if (paid.value !== "") Object.assign(json, { paid: Number(paid.value), currency: garment.currency ?? "EUR" });
      if (await tried(() => ask(`/v1/wardrobe/${garment.id}`, { method: "PATCH", json }), t("garment.saved")))
        close(true);
    };
    return h(
      "form",
      { class: "stack", onsubmit: save },
      field(t("garment.category"), category),
      h("fieldset", { class: "field" }, h("legend", {}, t("garment.colours")), colourChips(chosen)),
      h("div", { class: "pair" }, field(t("garment.fabric"), cloth), field(t("garment.pattern"), pattern)),
      h("div", { class: "pair" }, field(t("garment.size"), size), field(t("garment.paid"), paid)),
      h(
        "div",
        { class: "actions" },
        button(t("action.cancel"), () => close()),
        h("button", { class: "button primary" }, t("garment.save")),
      ),
    );
  });
}

export const field = (label, control) => h("label", { class: "field" }, h("span", {}, label), control);

/** A choice among the words of a table, sorted as the language sorts; `none` names an empty one. */
export function select(kind, value, none = null) {
  const names = Object.keys(table(kind)).map((word) => [word, named(kind, word)]);
  if (kind === "patterns") names.push(["solid", t("garment.solid")]);
  if (value && !names.some(([word]) => word === value)) names.push([value, named(kind, value)]);
  names.sort((one, other) => one[1].localeCompare(other[1], document.documentElement.lang));
  const options = names.map(([word, name]) => h("option", { value: word, selected: word === value }, name));
  return h("select", {}, none !== null && h("option", { value: "" }, none), options);
}

/** Chips that put families into `chosen` and take them out. */
export function colourChips(chosen, most = MOST_COLOURS, changed = () => {}) {
  const press = (family) => (event) => {
    if (chosen.has(family)) chosen.delete(family);
    else if (chosen.size < most) chosen.add(family);
    event.currentTarget.setAttribute("aria-pressed", String(chosen.has(family)));
    changed();
  };
  const chip = (family) =>
    h(
      "button",
      { type: "button", class: "chip", "aria-pressed": String(chosen.has(family)), onclick: press(family) },
      h("span", { class: `dot is-${family}` }),
      named("colours", family),
    );
  return h("div", { class: "chips" }, Object.keys(table("colours")).map(chip));
}
