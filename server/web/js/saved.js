/** The looks that were saved, and those that were shown of late. */

import { ask } from "./api.js";
import { button, fill, h } from "./dom.js";
import { lookCard, tag, titled } from "./card.js";
import { sheet } from "./dialog.js";
import { flatlay } from "./flatlay.js";
import { day, t } from "./i18n.js";
import { loaded, tried } from "./notice.js";

const SHOWN = 24;

export function enter(main) {
  const place = h("div", { class: "stack" });
  fill(
    main,
    h("div", { class: "room" }, h("header", {}, h("h1", {}, t("saved.title")), h("p", {}, t("saved.lead"))), place),
  );
  refresh(place);
}

function refresh(place) {
  return loaded(place, async () => {
    const [saved, shown] = await Promise.all([
      ask("/v1/looks?saved=true"),
      ask(`/v1/looks?saved=false&limit=${SHOWN}`),
    ]);
    if (!saved.length && !shown.length) return empty();
    return [
      saved.length ? wall(saved, place) : empty(),
      shown.length > 0 && h("section", { class: "section" }, h("h2", {}, t("saved.shown")), small(shown, place)),
    ];
  });
}

const empty = () =>
  h(
    "div",
    { class: "empty" },
    h("h2", {}, t("saved.empty")),
    h("p", { class: "soft" }, t("saved.empty_lead")),
    h("a", { class: "button primary", href: "#/chat" }, t("saved.ask")),
  );

const wall = (looks, place) =>
  h(
    "ul",
    { class: "wall" },
    looks.map((kept) => h("li", {}, card(kept, acts(kept, place)), source(kept))),
  );

const card = (kept, done) => lookCard(kept.look, { threadId: kept.thread_id, keptId: kept.id, kept: done });

/** Looks as tiles, each opened in a sheet of its own. */
const small = (looks, place) =>
  h(
    "ul",
    { class: "lookbook" },
    looks.map((kept) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", onclick: () => opened(kept, place) },
          flatlay(kept.look),
          h("span", {}, titled(kept.look.title)),
          tag(kept.look),
        ),
      ),
    ),
  );

function opened(kept, place) {
  const name = kept.asked || t("threads.untitled");
  return sheet(name, (close) => {
    const on = h("a", { class: "button quiet", href: `#/chat/${kept.thread_id}`, onclick: () => close() }, t("front.go_on"));
    return h("div", { class: "opened" }, card(kept, acts(kept, place, close)), h("div", { class: "row" }, on));
  });
}

/** Where it comes from: what was asked, and when. */
const source = (kept) =>
  h(
    "p",
    { class: "small soft source" },
    h("a", { href: `#/chat/${kept.thread_id}` }, kept.asked || t("threads.untitled")),
    ` · ${day(kept.shown_at)}`,
  );

function acts(kept, place, left = () => {}) {
  const act = (call, done) => async () => {
    if (!(await tried(call, done))) return;
    left();
    refresh(place);
  };
  const json = { thread_id: kept.thread_id, look_id: kept.look.id };
  const save = () => ask("/v1/looks", { method: "POST", json });
  const worn = () => ask("/v1/feedback", { method: "POST", json: { ...json, rating: "worn" } });
  const forget = () => ask(`/v1/looks/${kept.id}`, { method: "DELETE" });
  return [
    kept.saved
      ? button(t("saved.wore"), act(worn, t("garment.worn_noted")), { kind: "primary" })
      : button(t("looks.save"), act(save, t("looks.saved_note")), { kind: "primary" }),
    button(t("saved.forget"), act(forget), { kind: "quiet" }),
  ];
}
