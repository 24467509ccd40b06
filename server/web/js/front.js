/** The first page of a conversation: four sentences to begin with, and three looks for today that nobody waits for. */

import { ask } from "./api.js";
import { lookCard } from "./card.js";
import { fill, h } from "./dom.js";
import { capital, day, language, money, t, table } from "./i18n.js";

const SEASONS = ["winter", "spring", "summer", "autumn"];
const OCCASIONS = { interview: () => ({}), dinner, wedding, trip };
const [DAY_MS, SATURDAY, SOON] = [864e5, 6, 14];
const [WEEKEND_PRICE, WEDDING_PRICE, WITH_COAT_PRICE] = [120, 150, 200];
const DEARER = { CNY: 8 };

export function front(say, stage) {
  const today = new Date();
  const first = starts(today, { garments: [], profile: {} });
  const sentences = h(
    "ul",
    { class: "starts" },
    first.map((text) => start(text, say)),
  );
  const looks = h("section", { class: "today", "aria-busy": "true" });
  const fit = (person) =>
    starts(today, person).forEach((text, at) => {
      if (text !== sentences.children[at].textContent) sentences.children[at].replaceWith(start(text, say));
    });
  known().then(fit, () => {});
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

/** What the sentences go by. Raises Problem. */
async function known() {
  const [garments, profile] = await Promise.all([ask("/v1/wardrobe?confirmed=true"), ask("/v1/profile")]);
  return { garments, profile };
}

/** Four sentences that fit the season, the day of the week, the person and their wardrobe, and the turn of the days. */
function starts(today, { garments, profile }) {
  const turn = Math.floor(today / DAY_MS);
  const [kind, values] = Object.entries(OCCASIONS)[turn % 4];
  const weekend = [SATURDAY - 1, SATURDAY].includes(today.getDay());
  const owned = garments[turn % garments.length];
  const currency = profile.currency ?? "EUR";
  return [
    t(`start.${season(today)}`),
    weekend ? t("start.weekend", { price: price(WEEKEND_PRICE, currency) }) : t("start.work"),
    occasion(kind, values({ today, profile, currency })),
    owned ? t("start.own", { piece: table("mine")[owned.category] }) : t("start.piece"),
  ];
}

const season = (date) => SEASONS[Math.floor(((date.getMonth() + 1) % 12) / 3)];
const price = (euros, currency) => money(euros * (DEARER[currency] ?? 1), currency);
const occasion = (kind, values) => t(`start.${"colour" in values ? "dinner_in" : kind}`, values);

function dinner({ profile }) {
  const liked = table("colours")[profile.colours?.[0]];
  return liked ? { colour: liked } : {};
}

/** On a Saturday, two weeks from now or later. */
function wedding({ today, currency }) {
  const soon = new Date(today.getTime() + SOON * DAY_MS);
  const saturday = new Date(soon.getTime() + (SATURDAY - soon.getDay()) * DAY_MS);
  const cold = ["winter", "autumn"].includes(season(saturday));
  return { day: day(saturday), price: price(cold ? WITH_COAT_PRICE : WEDDING_PRICE, currency) };
}

/** In the month to come. */
function trip({ today }) {
  return { month: day(new Date(today.getFullYear(), today.getMonth() + 1, 1), { month: "long" }) };
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
