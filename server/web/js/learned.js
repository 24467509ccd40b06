/** What Maison has learned of a person, each thing with the sentence that it came from, and each forgettable. */

import { ask } from "./api.js";
import { button, h } from "./dom.js";
import { colourName, day, known, list, money, named, t } from "./i18n.js";
import { tried } from "./notice.js";

const KINDS = {
  colours: "colours",
  only_colours: "colours",
  avoid_colours: "colours",
  fabrics: "fabrics",
  avoid_fabrics: "fabrics",
  patterns: "patterns",
  avoid_patterns: "patterns",
  categories: "categories",
  avoid_categories: "categories",
  only_categories: "categories",
};
const MARKS = { family: "colours", category: "categories", fabric: "fabrics", pattern: "patterns" };
const SHOWN_MARKS = 3;

export function learned(facts, again) {
  const rows = facts.map((fact) => {
    const forget = async () =>
      (await tried(() => ask(`/v1/profile/facts/${fact.id}`, { method: "DELETE" }))) && again();
    return entry(
      t("learned.line", { what: label(fact.key), value: value(fact) }),
      fact.said ? t("learned.said", { said: fact.said }) : t("learned.by_hand"),
      forget,
    );
  });
  return h(
    "section",
    { class: "section first" },
    h("h2", {}, t("learned.title")),
    rows.length ? h("ul", { class: "entries" }, rows) : h("p", { class: "soft" }, t("learned.none")),
  );
}

const label = (key) => (known(`fact.${key}`) ? t(`fact.${key}`) : key);

function value({ key, value: held }) {
  if (key === "budget") return money(held.max, held.currency);
  if (key === "at_times") return atTime(held);
  if (key in KINDS) return named(KINDS[key], held).toLocaleLowerCase();
  if (key === "language") return t(`language.${held}`);
  if (key === "presentation") return t(`presentation.${held}`);
  if (key === "contrast") return t(`contrast.${held}`);
  if (typeof held === "boolean") return t(held ? "learned.yes" : "learned.no");
  return String(held);
}

/** `office:avoid_categories:jeans` in words: the occasion or the season, and what is refused then or worn alone. */
function atTime(fact) {
  const [when, key, one] = fact.split(":");
  const time = known(`time.${when}`) ? t(`time.${when}`) : when.replaceAll("_", " ");
  const what = t("learned.line", { what: label(key), value: named(KINDS[key], one).toLocaleLowerCase() });
  return t("learned.at_time", { time, what });
}

/** The opinions that were given, newest first. */
export function opinions(given, again) {
  if (!given.length) return null;
  const rows = given.map((one) => {
    const forget = async () => (await tried(() => ask(`/v1/feedback/${one.id}`, { method: "DELETE" }))) && again();
    const marks = one.attributes.map(mark).filter(Boolean).slice(0, SHOWN_MARKS);
    return entry(
      marks.length
        ? t("learned.line", { what: t(`opinion.${one.rating}`), value: list(marks) })
        : t(`opinion.${one.rating}`),
      [day(one.at), one.note && t("learned.said", { said: one.note })].filter(Boolean).join(" · "),
      forget,
    );
  });
  return h("section", { class: "section" }, h("h2", {}, t("opinion.title")), h("ul", { class: "entries" }, rows));
}

function mark(attribute) {
  const [kind, word] = attribute.split(":");
  if (!(kind in MARKS)) return null;
  return kind === "family" ? colourName({ name: word, family: word }) : named(MARKS[kind], word).toLocaleLowerCase();
}

function entry(text, from, forget) {
  return h(
    "li",
    {},
    h("p", {}, h("span", {}, text), h("span", { class: "small soft" }, from)),
    button(t("learned.forget"), forget, {
      icon: "close",
      only: true,
      kind: "quiet",
      "aria-label": t("learned.forget_this", { what: text }),
    }),
  );
}
