/** The room of what a person owns: what waits for a yes, what hangs there, the photos by their numbers. */

import { ask } from "./api.js";
import { button, fill, h } from "./dom.js";
import { editGarment, garmentSheet } from "./garment.js";
import { picture } from "./flatlay.js";
import { colourName, named, pieceName, t } from "./i18n.js";
import { doubt } from "./doubt.js";
import { files } from "./files.js";
import { loaded, tried } from "./notice.js";
import { page, sayInChat } from "./page.js";
import { photoSheet } from "./photo.js";
import { uploads } from "./uploads.js";

const SHOWN = { all: () => true, here: (one) => one.state === "here", in_wash: (one) => one.state === "in_wash" };

export function enter(main) {
  const place = h("div", { class: "stack" });
  let doubts = [];
  const refresh = () => loaded(place, async () => room(await contents(doubts), refresh));
  const tray = uploads((found) => {
    doubts = found;
    refresh();
  });
  page.take = tray.take;
  fill(
    main,
    h(
      "div",
      { class: "room" },
      h("header", {}, h("h1", {}, t("wardrobe.title")), h("p", {}, t("wardrobe.lead"))),
      h(
        "div",
        { class: "row" },
        tray.opener,
        button(t("wardrobe.gaps"), () => sayInChat(t("say.gaps"))),
      ),
      tray.element,
      place,
    ),
  );
  refresh();
}

/** What is there, and what has to be asked of the photos that came just now and show nothing for certain. */
async function contents(doubts) {
  const [garments, photos, twins] = await Promise.all([
    ask("/v1/wardrobe"),
    ask("/v1/photos"),
    ask("/v1/wardrobe/duplicates"),
  ]);
  const shown = new Set(garments.flatMap((one) => [one.photo, ...one.also_on]));
  const open = doubts.filter((one) => !one.settled && !shown.has(one.number));
  return { garments, photos, twins, doubts: open.filter((one) => photos.some((photo) => photo.id === one.photo)) };
}

function room({ garments, photos, twins, doubts }, refresh) {
  if (!garments.length && !photos.length) return [empty(), files(refresh)];
  const waiting = garments.filter((one) => !one.confirmed && one.origin === "photo");
  return [
    waiting.length > 0 &&
      section(
        t("wardrobe.waiting", { count: waiting.length }),
        h(
          "ul",
          { class: "asks" },
          waiting.map((one) => question(one, refresh)),
        ),
      ),
    doubts.length > 0 &&
      section(
        t("doubt.title"),
        h(
          "ul",
          { class: "asks" },
          doubts.map((one) => doubt(one, refresh)),
        ),
      ),
    twins.length > 0 &&
      section(
        t("wardrobe.twins"),
        h(
          "ul",
          { class: "asks" },
          twins.map((pair) => twin(pair, refresh)),
        ),
      ),
    hanging(
      garments.filter((one) => !waiting.includes(one)),
      refresh,
    ),
    photos.length > 0 &&
      section(
        t("wardrobe.photos"),
        h(
          "ul",
          { class: "tiles photos" },
          photos.map((photo) => framed(photo, garments, refresh)),
        ),
      ),
    files(refresh),
  ];
}

const section = (title, ...content) => h("section", { class: "section" }, h("h2", {}, title), content);

const empty = () =>
  h(
    "div",
    { class: "empty" },
    h("h2", {}, t("wardrobe.empty")),
    h("p", { class: "soft" }, t("wardrobe.empty_lead")),
    button(t("wardrobe.tell"), () => sayInChat(t("start.piece"))),
  );

/** A garment that was made out on a photo: is it right? */
function question(garment, refresh) {
  const path = `/v1/wardrobe/${garment.id}`;
  const act = async (options) => (await tried(() => ask(path, options))) && refresh();
  return h(
    "li",
    {},
    h("div", { class: "ask-picture" }, picture(garment)),
    h(
      "div",
      { class: "stack" },
      h(
        "p",
        {},
        h("strong", {}, named("categories", garment.category)),
        h("span", { class: "small soft" }, summary(garment)),
      ),
      h(
        "div",
        { class: "row" },
        button(t("wardrobe.right"), () => act({ method: "PATCH", json: { confirmed: true } }), { kind: "ink" }),
        button(t("wardrobe.correct"), async () => (await editGarment(garment)) && refresh()),
        button(t("wardrobe.reject"), () => act({ method: "DELETE" }), { kind: "quiet" }),
      ),
    ),
  );
}

export function summary(garment) {
  const cloth = garment.fabrics.map((fabric) => named("fabrics", fabric).toLocaleLowerCase());
  const pattern = garment.pattern === "solid" ? [] : [named("patterns", garment.pattern).toLocaleLowerCase()];
  return [...garment.colours.map(colourName), ...cloth, ...pattern].join(", ");
}

/** Two garments that may be one. */
function twin({ first, second }, refresh) {
  const settle = (how) => async () =>
    (await tried(() => ask(`/v1/wardrobe/${first.id}/${how}`, { method: "POST", json: { other_id: second.id } }))) &&
    refresh();
  return h(
    "li",
    {},
    h(
      "div",
      { class: "row" },
      [first, second].map((one) => h("div", { class: "ask-picture" }, picture(one))),
    ),
    h(
      "div",
      { class: "stack" },
      h("p", {}, t("wardrobe.same", { piece: named("categories", first.category).toLocaleLowerCase() })),
      h(
        "div",
        { class: "row" },
        button(t("wardrobe.merge"), settle("merge"), { kind: "ink" }),
        button(t("wardrobe.apart"), settle("apart")),
      ),
    ),
  );
}

/** What hangs there, all of it or what is to hand. */
function hanging(garments, refresh) {
  if (!garments.length) return null;
  const place = h("ul", { class: "tiles garments" });
  const chips = Object.keys(SHOWN).map((kind) =>
    h(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-pressed": String(kind === "all"),
        onclick: (event) => show(kind, event.currentTarget),
      },
      t(`wardrobe.show_${kind}`),
    ),
  );
  const show = (kind, pressed) => {
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip === pressed));
    fill(
      place,
      garments.filter(SHOWN[kind]).map((one) => tile(one, refresh)),
    );
  };
  show("all", chips[0]);
  return section(t("wardrobe.garments", { count: garments.length }), h("div", { class: "chips" }, chips), place);
}

function tile(garment, refresh) {
  const open = async () => (await garmentSheet(garment)) && refresh();
  const state = garment.state === "in_wash" && h("span", { class: "badge" }, t("wardrobe.in_wash"));
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", onclick: open },
      h("span", { class: "mat" }, picture(garment), state),
      h("span", {}, pieceName(garment)),
      h("span", { class: "small soft" }, summary(garment)),
    ),
  );
}

function framed(photo, garments, refresh) {
  const name = t("photo.number", { number: photo.number });
  const shown = garments.filter((one) => one.photo === photo.number || one.also_on.includes(photo.number));
  const open = async () => (await photoSheet(photo, shown)) && refresh();
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", onclick: open },
      h("span", { class: "mat" }, h("img", { src: `/v1/photos/${photo.id}`, alt: name, loading: "lazy" })),
      h("span", {}, name),
    ),
  );
}
