/** What a person says of themselves by hand. */

import { ask } from "./api.js";
import { dislikes } from "./dislikes.js";
import { h } from "./dom.js";
import { colourChips, field } from "./garment.js";
import { t } from "./i18n.js";
import { tried } from "./notice.js";

const CLOTHES = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"];
const SHOES = Array.from({ length: 16 }, (_, at) => String(34 + at));
const CURRENCIES = ["EUR", "USD", "GBP", "CNY"];
const MANY = 20;

export function profileForm(profile, saved) {
  const liked = new Set(profile.colours);
  const avoided = new Set(profile.avoid_colours);
  const never = dislikes(profile);
  const controls = {
    presentation: options(["women", "men", "unisex"], profile.presentation, (value) => t(`presentation.${value}`)),
    clothes: options(CLOTHES, profile.sizes.clothes),
    shoes: options(SHOES, profile.sizes.shoes),
    budget: h("input", { type: "number", min: 0, step: 10, inputmode: "numeric", value: profile.budget?.max ?? "" }),
    currency: options(CURRENCIES, profile.budget?.currency ?? profile.currency ?? "EUR"),
    leave: options(["true", "false"], answer(profile.photos_leave), (value) => t(`leave.${value}`), t("leave.ask")),
    place: h("input", { value: profile.place ?? "", maxlength: 80, autocomplete: "address-level2" }),
  };
  const save = async (event) => {
    event.preventDefault();
    const json = { ...told(controls, liked, avoided), ...never.told() };
    if (await tried(() => ask("/v1/profile", { method: "PATCH", json }), t("you.saved"))) saved();
  };
  return h(
    "form",
    { class: "stack profile", onsubmit: save },
    h("h2", {}, t("you.about")),
    field(t("you.presentation"), controls.presentation),
    h("div", { class: "pair" }, field(t("you.clothes"), controls.clothes), field(t("you.shoes"), controls.shoes)),
    h("div", { class: "pair" }, field(t("you.budget"), controls.budget), field(t("you.currency"), controls.currency)),
    field(t("you.place"), controls.place),
    field(t("you.leave"), controls.leave),
    h("fieldset", { class: "field" }, h("legend", {}, t("you.likes")), colourChips(liked, MANY)),
    h("fieldset", { class: "field" }, h("legend", {}, t("you.avoids")), colourChips(avoided, MANY)),
    never.element,
    h("div", {}, h("button", { class: "button primary" }, t("you.save"))),
  );
}

const answer = (held) => (held === null ? null : String(held));

function options(values, chosen, name = (value) => value, none = t("you.unsaid")) {
  const known = chosen && !values.includes(chosen) ? [...values, chosen] : values;
  const all = known.map((value) => h("option", { value, selected: value === chosen }, name(value)));
  return h("select", {}, values === CURRENCIES ? null : h("option", { value: "" }, none), all);
}

function told(controls, liked, avoided) {
  const currency = controls.currency.value;
  const max = controls.budget.value;
  return {
    presentation: controls.presentation.value || null,
    sizes: { clothes: controls.clothes.value || null, shoes: controls.shoes.value || null },
    budget: max === "" ? null : { max: Number(max), currency, per: "look" },
    currency,
    place: controls.place.value.trim() || null,
    photos_leave: controls.leave.value === "" ? null : controls.leave.value === "true",
    colours: [...liked].filter((colour) => !avoided.has(colour)),
    avoid_colours: [...avoided],
  };
}
