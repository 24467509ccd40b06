/** The shop: searched by words, by picture, within filters whose counts say what there is. */

import { ask } from "./api.js";
import { button, fill, h } from "./dom.js";
import { articleTile } from "./article.js";
import { field } from "./garment.js";
import { named, number, t } from "./i18n.js";
import { loaded } from "./notice.js";
import { page } from "./page.js";
import { similar } from "./similar.js";

const PAGE = 24;
const FACETS = {
  slot: "slots",
  category: "categories",
  colour: "colours",
  fabric: "fabrics",
  pattern: "patterns",
  size: "sizes",
  presentation: "presentations",
  season: "seasons",
};
const NAMED = { category: "categories", colour: "colours", fabric: "fabrics", pattern: "patterns" };
const FEW = 12;
const WINDOW = ["one_piece", "outer", "footwear", "base_top", "bottom", "mid"];
const [EACH, DAYS] = [4, 14];

const asked = { q: "", mode: "hybrid", chosen: {}, price_max: "", like: null };

export function enter(main) {
  const results = h("div", { class: "results", "aria-live": "polite" });
  const facets = h("div", { class: "facets" });
  const words = h("input", {
    type: "search",
    name: "q",
    value: asked.q,
    placeholder: t("search.placeholder"),
    "aria-label": t("search.words"),
    enterkeyhint: "search",
  });
  const again = () => run(results, facets, again);
  const submit = (event) => {
    event.preventDefault();
    Object.assign(asked, { q: words.value.trim(), like: null });
    again();
  };
  const drawer = h(
    "details",
    { class: "filters", open: matchMedia("(min-width: 60rem)").matches },
    h("summary", {}, t("search.filters")),
    facets,
  );
  fill(
    main,
    h(
      "div",
      { class: "room search" },
      h("header", {}, h("h1", {}, t("search.title"))),
      h(
        "form",
        { class: "search-line", role: "search", onsubmit: submit },
        words,
        h("button", { class: "button primary" }, t("search.go")),
      ),
      h(
        "div",
        { class: "row search-ways" },
        similar((found) => shown(results, found)),
        modes(again),
      ),
      h("div", { class: "search-body" }, drawer, results),
    ),
  );
  again();
}

/** How the shop is searched: by meaning and words, or by one of them. */
function modes(again) {
  const names = page.can.retrieval;
  if (names.length < 2) return null;
  const choose = (event) => {
    asked.mode = event.target.value;
    again();
  };
  return h(
    "label",
    { class: "mode small" },
    h("span", { class: "soft" }, t("search.mode")),
    h(
      "select",
      { onchange: choose },
      names.map((name) => h("option", { value: name, selected: name === asked.mode }, t(`mode.${name}`))),
    ),
  );
}

export function query(offset = 0) {
  const given = new URLSearchParams({ q: asked.q, mode: asked.mode, limit: PAGE, offset });
  for (const [name, values] of Object.entries(asked.chosen)) for (const value of values) given.append(name, value);
  if (asked.price_max) given.set("price_max", asked.price_max);
  if (asked.like) given.set("like", asked.like);
  return `/v1/catalog/search?${given}`;
}

function run(results, facets, again) {
  return loaded(results, async () => {
    const [found, displayed] = await Promise.all([ask(query()), isOpen() ? display() : null]);
    fill(facets, filters(found.facets, again));
    if (displayed) return listed(displayed, found.total);
    return listed(
      found.results.map((hit) => hit.article),
      found.total,
      again,
    );
  });
}

const isOpen = () =>
  !asked.q && !asked.price_max && !asked.like && Object.values(asked.chosen).every((values) => !values.size);

/** The shop's window while nothing is asked for: some of every part, others each day. */
async function display() {
  const today = Math.floor(Date.now() / 864e5);
  const offset = (today % DAYS) * EACH;
  const parts = await Promise.all(
    WINDOW.map((slot) => ask(`/v1/catalog/search?slot=${slot}&limit=${EACH}&offset=${offset}`)),
  );
  return Array.from({ length: EACH }, (_, at) => parts.map((part) => part.results[at]?.article))
    .flat()
    .filter(Boolean);
}

/** What was found by picture, beside what the filters say. */
function shown(results, articles) {
  fill(results, listed(articles, articles.length));
}

function listed(articles, total, again) {
  if (!articles.length)
    return h(
      "div",
      { class: "empty" },
      h("h2", {}, t("search.none")),
      h("p", { class: "soft" }, t("search.none_lead")),
      again && button(t("search.clear"), () => clear(again)),
    );
  const tiles = h("ul", { class: "tiles articles" }, articles.map(tile));
  const more =
    again &&
    articles.length === PAGE &&
    button(t("search.more"), async () => {
      const next = await ask(query(tiles.children.length));
      tiles.append(...next.results.map((hit) => tile(hit.article)));
      if (next.results.length < PAGE) more.remove();
    });
  return [h("p", { class: "small soft" }, t("search.count", { count: total, number: number(total) })), tiles, more];
}

const tile = (article) =>
  articleTile(article, (id) => {
    Object.assign(asked, { like: id, q: "" });
    dispatchEvent(new HashChangeEvent("hashchange"));
  });

function clear(again) {
  Object.assign(asked, { q: "", chosen: {}, price_max: "", like: null });
  document.querySelector(".search-line input").value = "";
  again();
}

/** Every filter with what there is of each value; what is chosen stays, also where nothing of it is left. */
function filters(facets, again) {
  const any = Object.values(asked.chosen).some((values) => values.size) || asked.price_max || asked.like;
  const groups = Object.entries(FACETS).map(([name, kind]) => group(name, facets[kind], again));
  const price = h("input", {
    type: "number",
    min: 0,
    step: 10,
    inputmode: "numeric",
    value: asked.price_max,
    placeholder: t("search.any_price"),
    onchange: (event) => {
      asked.price_max = event.target.value;
      again();
    },
  });
  return [field(t("search.price_max"), price), groups, any && button(t("search.clear"), () => clear(again))];
}

function group(name, counts, again) {
  const chosen = (asked.chosen[name] ??= new Set());
  const values = [...new Set([...chosen, ...Object.keys(counts)])];
  if (values.length < 2 && !chosen.size) return null;
  const chip = (value) =>
    h(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-pressed": String(chosen.has(value)),
        onclick: () => {
          if (!chosen.delete(value)) chosen.add(value);
          again();
        },
      },
      name === "colour" && h("span", { class: `dot is-${value}` }),
      label(name, value),
      h("span", { class: "count" }, number(counts[value] ?? 0)),
    );
  const few = values.slice(0, Math.max(FEW, chosen.size)).map(chip);
  const rest = values.slice(few.length);
  const open = ["slot", "colour"].includes(name) || chosen.size > 0;
  const more =
    rest.length > 0 &&
    h(
      "button",
      { type: "button", class: "chip", onclick: (event) => event.currentTarget.replaceWith(...rest.map(chip)) },
      t("search.all_values", { count: rest.length }),
    );
  return h(
    "details",
    { class: "facet", open },
    h("summary", {}, t(`facet.${name}`)),
    h("div", { class: "chips" }, few, more),
  );
}

function label(name, value) {
  if (name in NAMED) return value === "solid" ? t("garment.solid") : named(NAMED[name], value);
  return name === "size" ? value : t(`${name}.${value}`);
}
