/** The shop: searched by words, by picture, within filters whose counts say what there is. */

import { ask, upload } from "./api.js";
import { button, fill, h } from "./dom.js";
import { articleTile } from "./article.js";
import { field } from "./garment.js";
import { ONE_SIZE, capital, named, number, t } from "./i18n.js";
import { loaded } from "./notice.js";
import { page } from "./page.js";

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
const WORN = ["one_piece", "base_top", "bottom", "mid", "outer", "footwear", "bag", "headwear", "accessory", "hosiery"];
const FEW = 12;
const WINDOW = ["one_piece", "outer", "footwear", "base_top", "bottom", "mid"];
const [EACH, DAYS] = [4, 14];

const PICTURES = /^image\//;

/** What is looked for: words, or what is like an article or a photo; a photo is looked at and not kept. */
const asked = { q: "", mode: "hybrid", chosen: {}, price_max: "", like: null, photo: null };

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
    Object.assign(asked, { q: words.value.trim(), like: null, photo: null });
    again();
  };
  const pictured = (files) => {
    const photo = [...files].find((file) => PICTURES.test(file.type));
    if (!photo) return;
    words.value = "";
    Object.assign(asked, { q: "", like: null, photo });
    again();
  };
  page.take = pictured;
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
        byPicture(pictured),
        modes(again),
      ),
      h("div", { class: "search-body" }, drawer, results),
    ),
  );
  again();
}

function byPicture(pictured) {
  const take = () => {
    pictured(file.files);
    file.value = "";
  };
  const file = h("input", { type: "file", accept: "image/*", id: "search-photo", hidden: true, onchange: take });
  return [button(t("search.picture"), () => file.click(), { icon: "photo" }), file];
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
      { onchange: choose, "aria-label": t("search.mode") },
      names.map((name) => h("option", { value: name, selected: name === asked.mode }, capital(t(`mode.${name}`)))),
    ),
  );
}

/** A page of what is found. Raises Problem. */
function find(offset = 0) {
  const given = new URLSearchParams({ limit: PAGE, offset });
  for (const [name, values] of Object.entries(asked.chosen)) for (const value of values) given.append(name, value);
  if (asked.price_max) given.set("price_max", asked.price_max);
  if (asked.photo) return upload(`/v1/catalog/search?${given}`, asked.photo);
  given.set("q", asked.q);
  given.set("mode", asked.mode);
  if (asked.like) given.set("like", asked.like);
  return ask(`/v1/catalog/search?${given}`);
}

function run(results, facets, again) {
  return loaded(results, async () => {
    const [found, displayed] = await Promise.all([find(), isOpen() ? display() : null]);
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
  !asked.q && !asked.price_max && !likened() && Object.values(asked.chosen).every((values) => !values.size);

const likened = () => asked.like ?? asked.photo;

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
      const next = await find(tiles.children.length);
      tiles.append(...next.results.map((hit) => tile(hit.article)));
      if (next.results.length < PAGE) more.remove();
    });
  const count = t("search.count", { count: total, number: number(total) });
  return [h("div", { class: "row apart small soft" }, h("p", {}, count), again && alike(again)), tiles, more];
}

/** What the articles are like, and the way out of it. */
function alike(again) {
  if (!likened()) return null;
  const leave = () => {
    Object.assign(asked, { like: null, photo: null });
    again();
  };
  const to = asked.photo ? t("search.like_photo", { name: asked.photo.name }) : t("search.like_article");
  return button(to, leave, { icon: "close", kind: "quiet" });
}

const tile = (article) =>
  articleTile(article, (id) => {
    Object.assign(asked, { like: id, photo: null, q: "" });
    dispatchEvent(new HashChangeEvent("hashchange"));
  });

function clear(again) {
  Object.assign(asked, { q: "", chosen: {}, price_max: "", like: null, photo: null });
  document.querySelector(".search-line input").value = "";
  again();
}

/** Every filter with what there is of each value; what is chosen stays, also where nothing of it is left. */
function filters(facets, again) {
  const any = Object.values(asked.chosen).some((values) => values.size) || asked.price_max || likened();
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
  const found = name === "slot" ? WORN.filter((slot) => slot in counts) : Object.keys(counts);
  const values = [...new Set([...found, ...chosen])];
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
  if (name === "size") return value === ONE_SIZE ? capital(t("size.one")) : value;
  return t(`${name}.${value}`);
}
