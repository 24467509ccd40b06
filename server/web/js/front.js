/** The first page of a conversation: four sentences to begin with, and three looks for today that nobody waits for. */

import { ask } from "./api.js";
import { lookCard } from "./card.js";
import { fill, h } from "./dom.js";
import { capital, day, language, t, table } from "./i18n.js";

const SEASONS = [
  "winter",
  "winter",
  "spring",
  "spring",
  "spring",
  "summer",
  "summer",
  "summer",
  "autumn",
  "autumn",
  "autumn",
  "winter",
];
const OCCASIONS = ["interview", "dinner", "wedding", "trip"];

export function front(say, stage) {
  const today = new Date();
  const sentences = h("ul", { class: "starts" });
  const looks = h("section", { class: "today", "aria-busy": "true" });
  fill(
    sentences,
    starts(today, null).map((text) => start(text, say)),
  );
  ask("/v1/wardrobe?confirmed=true")
    .then(
      (garments) =>
        garments.length &&
        fill(
          sentences,
          starts(today, garments).map((text) => start(text, say)),
        ),
    )
    .catch(() => {});
  suggest(looks, stage).finally(() => looks.removeAttribute("aria-busy"));
  return h(
    "div",
    { class: "front" },
    h("p", { class: "small soft" }, capital(day(today, { weekday: "long", day: "numeric", month: "long" }))),
    h("h1", {}, t("front.title")),
    h("p", { class: "soft" }, t("front.lead")),
    sentences,
    looks,
  );
}

/** Four sentences that fit the season, the day of the week, what hangs in the wardrobe, and the turn of the days. */
function starts(today, garments) {
  const restful = [0, 5, 6].includes(today.getDay());
  const turn = Math.floor(today / 864e5);
  const owned = garments && garments[turn % garments.length];
  return [
    t(`start.${SEASONS[today.getMonth()]}`),
    t(restful ? "start.weekend" : "start.work"),
    t(`start.${OCCASIONS[turn % OCCASIONS.length]}`),
    owned ? t("start.own", { piece: table("mine")[owned.category] }) : t("start.piece"),
  ];
}

const start = (text, say) => h("li", {}, h("button", { type: "button", onclick: () => say(text) }, text));

async function suggest(place, stage) {
  let made = null;
  try {
    made = await ask(`/v1/suggestions?language=${language()}`);
  } catch {
    return; // the page is whole without them
  }
  if (!made.looks.length || !place.isConnected) return;
  const talk = { threadId: made.thread_id, say: () => {} };
  const show = (look, at) => fill(stage, lookCard(look, { ...talk, ordinal: at + 1, eager: true }));
  const cards = made.looks.map((look, at) => h("li", {}, lookCard(look, { ...talk, ordinal: at + 1, present: show })));
  fill(
    place,
    h(
      "header",
      { class: "row apart" },
      h("h2", {}, t("front.today")),
      h("a", { class: "button quiet", href: `#/chat/${made.thread_id}` }, t("front.go_on")),
    ),
    h("ul", { class: "rail", "aria-label": t("front.today"), tabindex: 0 }, cards),
  );
  show(made.looks[0], 0);
}
