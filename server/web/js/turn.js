/** One turn of a conversation: what was asked, what the stylist is doing, the letter, and what came with it. */

import { ask } from "./api.js";
import { lookCard } from "./card.js";
import { button, fill, h, prose } from "./dom.js";
import { advised, lacking, packed, previewed, rated } from "./findings.js";
import { capital, day, known, t, typeset } from "./i18n.js";
import { said, tried } from "./notice.js";

// What is drawn anew where a node puts it out anew.
const SHOWN = ["conditions", "looks", "critique", "advice", "packing", "gaps", "preview"];

/** `{element, update}`; `acts` are `edit`, `again`, `say(text)`, `answer(reply)` and `present(look, at)`. */
export function turnView(turn, conversation, acts) {
  const live = h("p", { class: "live", role: "status" });
  const letter = h("div", { class: "letter", lang: null });
  const findings = h("div", { class: "findings" });
  const foot = h("div", { class: "turn-foot" });
  const element = h("article", { class: "turn", tabindex: -1 }, asked(turn), live, letter, findings, foot);
  let drawn = null;

  function update() {
    live.hidden = turn.status !== "running";
    live.textContent = doing(turn);
    fill(letter, prose(typeset(turn.reply)));
    const now = SHOWN.map((part) => turn.out[part]);
    if (!drawn || now.some((value, at) => value !== drawn[at])) fill(findings, found(turn, conversation, acts));
    drawn = now;
    fill(foot, footer(turn, conversation, acts));
  }
  update();
  return { element, update };
}

function asked(turn) {
  const photos = turn.photos.map((photo) => {
    const name = photo.number ? t("photo.number", { number: photo.number }) : t("photo.one");
    return h("img", { src: `/v1/photos/${photo.id}`, alt: name, title: name });
  });
  return h(
    "div",
    { class: "asked" },
    photos.length > 0 && h("div", { class: "strip" }, photos),
    turn.text && h("p", {}, turn.text),
  );
}

const NEXT = {
  recall: "understand",
  caption_photos: "style",
  read_conditions: "dress",
  settle: "style",
  style: "search",
  critique: "advise",
  advise: "search",
  search_catalog: "compose",
  compose: "check",
  check: "write",
  pack: "write",
  find_gaps: "write",
  update_person: "write",
  merge: "write",
  preview: "write",
  remember: "write",
};

/** The live line: what the graph does now, told from the node that ended last. */
function doing(turn) {
  if (turn.trouble) return t(`live.${turn.trouble}`);
  if (turn.step) return t(`live.${turn.step.replace(" ", "_")}`);
  if (turn.node === "understand") {
    const place = turn.out.brief?.place;
    if (place) return t("live.weather", { place });
    return turn.photos.length ? t("live.photos") : t("live.style");
  }
  return t(`live.${NEXT[turn.node] ?? "read"}`);
}

function found(turn, conversation, acts) {
  const { critique, advice, looks = [], packing, gaps = [], preview, conditions } = turn.out;
  const context = (at) => ({ conversation, turn, ordinal: at + 1, say: acts.say, present: acts.present });
  const rail =
    looks.length > 0 &&
    h(
      "ul",
      { class: "rail", "aria-label": t("looks.rail", { count: looks.length }), tabindex: 0 },
      looks.map((look, at) => h("li", {}, lookCard(look, context(at)))),
    );
  return [
    weather(conditions),
    critique && rated(critique),
    advice && advised(advice, looks, turn.out.brief?.owned ?? []),
    packing && packed(packing, looks),
    gaps.length > 0 && lacking(gaps),
    preview && previewed(preview),
    rail,
  ];
}

/** A line that says what the looks go by: the place, the day, how warm it will be, what is worn there. */
function weather(conditions) {
  if (!conditions || (conditions.place === null && !conditions.dress_code)) return null;
  const { place, date, temp_min_c: low, temp_max_c: high, dress_code: code, source } = conditions;
  const degrees = low !== null && t("weather.range", { low: Math.round(low), high: Math.round(high) });
  const when = date && (date.length > 7 ? day(date) : day(`${date}-15`, { month: "long", year: "numeric" }));
  const kind = place && source === "normals" && t("weather.normals");
  const dress = code && known(`code.${code}`) && t(`code.${code}`);
  const parts = [place, place && when, place && degrees, kind, dress].filter(Boolean);
  return parts.length > 0 && h("p", { class: "conditions small soft" }, listed(parts));
}

/** Parts of a line, none of them torn apart where a line can hold it. */
function listed([first, ...rest]) {
  const whole = (part) => h("span", { class: "whole" }, part);
  return [whole(capital(first)), rest.map((part) => [" · ", whole(part)])];
}

function footer(turn, conversation, acts) {
  if (turn.question) return consent(turn.question, acts);
  if (turn.status === "running") return null;
  const parts = [];
  if (turn.status === "failed")
    parts.push(h("p", { role: "alert" }, turn.problem ? said(turn.problem) : t("trouble.run_failed")));
  if (turn.status === "stopped") parts.push(h("p", { class: "soft" }, t("chat.stopped")));
  if (turn.out.degraded?.length) parts.push(h("p", { class: "small soft" }, t("chat.degraded")));
  const last = conversation.turns.at(-1) === turn;
  const again = last && turn.status !== "done" && button(t("action.retry"), acts.again);
  const edit = last && button(t("chat.edit"), acts.edit, { kind: "quiet" });
  const thumbs = turn.status === "done" && turn.runId && rate(turn, conversation);
  return [...parts, h("div", { class: "row" }, again, thumbs, edit)];
}

function rate(turn, conversation) {
  const give = (rating) => async (event) => {
    const json = { rating, thread_id: conversation.threadId, run_id: turn.runId };
    const pressed = event.currentTarget;
    if (await tried(() => ask("/v1/feedback", { method: "POST", json }), t("feedback.thanks"))) {
      for (const one of pressed.parentElement.querySelectorAll("[aria-pressed]"))
        one.setAttribute("aria-pressed", String(one === pressed));
    }
  };
  return ["up", "down"].map((rating) =>
    button(t(`feedback.reply_${rating}`), give(rating), {
      icon: rating,
      only: true,
      kind: "quiet",
      "aria-pressed": "false",
    }),
  );
}

/** A question that a run waits on: whether photos may leave this machine. */
function consent(question, acts) {
  const text = typeof question === "string" ? question : (question.question ?? question.text ?? t("consent.question"));
  const answers = [
    ["yes", { allow: true }],
    ["always", { allow: true, remember: true }],
    ["no", { allow: false }],
  ];
  const buttons = answers.map(([key, reply]) =>
    button(t(`consent.${key}`), () => acts.answer(reply), { kind: key === "yes" ? "primary" : "" }),
  );
  return h("div", { class: "trouble" }, h("p", {}, text), h("div", { class: "row" }, buttons));
}
