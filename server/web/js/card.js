/** A look as a card: the big picture, why, the pieces with their prices, the total, and what can be done with it. */

import { ask } from "./api.js";
import { button, fill, h, icon } from "./dom.js";
import { flatlay, picture } from "./flatlay.js";
import {
  capital,
  colourName,
  known,
  language,
  money,
  named,
  number,
  pieceName,
  sizeName,
  t,
  table as words,
  typeset,
} from "./i18n.js";
import { notice, said, tried } from "./notice.js";
import { previewed } from "./findings.js";
import { page } from "./page.js";
import { fitting } from "./tryon.js";

// What can be said of the last answer's looks alone, for these are the ones that have numbers.
const ON_LATEST = "on-latest";

/**
 * A card. `context` is `{conversation, turn, ordinal, say, present, eager}` in a conversation, else
 * `{threadId, keptId, kept, present}`.
 */
export function lookCard(look, context) {
  const threadId = context.threadId ?? context.conversation.threadId;
  const top = h("div", { class: "card-top" }, flatlay(look, { eager: context.eager }));
  if (context.present)
    top.append(
      h("button", {
        type: "button",
        class: "cover",
        "aria-label": t("looks.open", { title: look.title }),
        onclick: () => context.present(look, context.ordinal - 1),
      }),
    );
  return h(
    "article",
    { class: "card", "data-look": `${context.turn?.id ?? ""}/${look.id}`, "aria-label": look.title },
    top,
    h("header", { class: "card-head" }, h("h3", {}, titled(look.title)), tag(look)),
    look.why.length > 0 && h("p", { class: "why small soft" }, sentence(look.why)),
    h(
      "div",
      { class: "card-more" },
      table(look, { ...context, threadId }),
      actions(look, { ...context, threadId }, top),
      scores(look),
    ),
  );
}

/** A title; a Chinese one in parts that are not torn apart where a line can hold them. */
export function titled(title) {
  const parts = language() === "zh" ? title.split(/(?=[配和])|(?<=[，、])/) : [];
  return parts.length ? parts.map((part) => h("span", { class: "whole" }, part)) : typeset(title);
}

/** Reasons as one line. */
function sentence(reasons) {
  const joined = reasons.slice(0, 4).join(language() === "zh" ? "，" : ", ");
  return typeset(capital(joined) + (language() === "zh" ? "。" : "."));
}

/** The total, as on a price tag. */
export function tag(look) {
  const text = look.total === 0 ? t("price.owned") : money(look.total, look.currency);
  return h("span", { class: "tag price" }, text);
}

function table(look, context) {
  return h(
    "ul",
    { class: "pieces", "aria-label": t("looks.pieces") },
    look.items.map((item) => row(item, look, context)),
  );
}

function row(item, look, context) {
  const own = item.source === "wardrobe";
  const price = own ? t("price.yours") : money(item.price, item.currency);
  const [name, colour] = [pieceName(item), colourName(item.colour)];
  const told = name.toLowerCase().includes(colour.toLowerCase());
  const about = [!told && colour, item.size && sizeName(item.size)].filter(Boolean).join(" · ");
  return h(
    "li",
    {},
    h(
      "details",
      {},
      h(
        "summary",
        {},
        h("span", { class: "thumb" }, picture(item)),
        h("span", { class: "piece-name" }, name, about && h("span", { class: "small soft" }, about)),
        h("span", { class: "price" }, price),
      ),
      h("div", { class: "row piece-acts" }, pieceActs(item, look, context)),
    ),
  );
}

function pieceActs(item, look, context) {
  const give = (rating) =>
    opinion({ rating, look_id: look.id, item_id: item.id, thread_id: context.threadId }, t("feedback.piece"));
  const piece = words("the")[item.category] ?? named("categories", item.category).toLocaleLowerCase();
  const swap =
    speaks(context) &&
    button(t("looks.swap"), () => context.say(t("say.swap", { piece, which: which(context) })), { kind: ON_LATEST });
  const buy =
    item.url &&
    /^https?:/.test(item.url) &&
    h("a", { class: "button", href: item.url, target: "_blank", rel: "noreferrer noopener" }, t("looks.buy"));
  const thumbs = ["up", "down"].map((rating) =>
    button(t(`feedback.piece_${rating}`), give(rating), { icon: rating, only: true, kind: "quiet" }),
  );
  return [swap, buy, thumbs];
}

function actions(look, context, top) {
  const save = button(
    t("looks.save"),
    async () => {
      const json = { thread_id: context.threadId, look_id: look.id };
      if (await tried(() => ask("/v1/looks", { method: "POST", json }), t("looks.saved_note"))) {
        fill(save, icon("check"), t("looks.saved"));
        save.disabled = true;
      }
    },
    { kind: "primary" },
  );
  const say = (key) =>
    button(t(`looks.${key}`), () => context.say(t(`say.${key}`, { which: which(context) })), { kind: ON_LATEST });
  const give = (rating) => opinion({ rating, look_id: look.id, thread_id: context.threadId }, t("feedback.thanks"));
  const thumbs = ["up", "down"].map((rating) =>
    button(t(`feedback.look_${rating}`), give(rating), { icon: rating, only: true, kind: "quiet" }),
  );
  const [first, ...rest] = context.kept ?? [save];
  return h(
    "div",
    { class: "card-acts" },
    h("div", { class: "row" }, first, h("span", { class: "thumbs" }, thumbs)),
    h("div", { class: "row more" }, speaks(context) && [say("more"), say("cheaper")], previewing(look, context, top), rest),
  );
}

/** Shows the picture of the look in the place of its pieces, and these again when it is pressed once more. */
function previewing(look, context, top) {
  let pieces = null;
  const pressed = button(t("looks.preview"), async () => {
    if (pieces) {
      fill(top, pieces);
      pieces = null;
      fill(pressed, t("looks.preview"));
      return;
    }
    const order = page.can.tryon ? await fitting() : { photo: null };
    if (order) pieces = await pictured(look, context, order.photo, top, pressed);
  });
  return pressed;
}

const speaks = (context) => Boolean(context.conversation);
const which = (context) => t(`ordinal.${context.ordinal}`);

function opinion(json, thanks) {
  return async (event) => {
    const pressed = event.currentTarget;
    if (await tried(() => ask("/v1/feedback", { method: "POST", json }), thanks))
      pressed.setAttribute("aria-pressed", "true");
  };
}

/**
 * A look of the last answer is tried on in a turn, which can ask whether the photo may leave this machine; any other as
 * the profile has it, and a note says so where that was no.
 */
async function pictured(look, context, photo, top, pressed) {
  if (photo === null || !speaks(context) || !pressed.closest("[data-latest]"))
    return showPreview(look, context, photo, top, pressed);
  context.say(t("say.tryon", { which: which(context), number: photo }));
  return null;
}

/** What the preview took the place of; null where there is none. */
async function showPreview(look, context, photo, top, pressed) {
  const pieces = [...top.childNodes];
  pressed.disabled = true;
  fill(pressed, t("looks.previewing"));
  try {
    const id = context.keptId ?? (await keptId(context.threadId, look.id));
    const preview = await ask("/v1/previews", { method: "POST", json: { look_id: id, photo } });
    fill(top, previewed(preview));
    fill(pressed, t("looks.pieces")).disabled = false;
    return pieces;
  } catch (problem) {
    notice(said(problem));
    fill(pressed, t("looks.preview")).disabled = false;
    return null;
  }
}

/** The id under which a look is kept, of the one that it has in its thread. Raises Problem. */
async function keptId(threadId, lookId) {
  const kept = await ask(`/v1/looks?thread_id=${encodeURIComponent(threadId)}&limit=1000`);
  return kept.find((one) => one.look.id === lookId)?.id ?? lookId;
}

/** The parts of the score, for who wants to know. */
function scores(look) {
  const parts = Object.entries(look.score.parts);
  const rows = parts.map(([part, share]) => {
    const name = known(`score.${part}`) ? t(`score.${part}`) : part;
    return [
      h("dt", {}, name),
      h(
        "dd",
        {},
        h("meter", { min: 0, max: 1, value: share, "aria-label": name }),
        h("span", { class: "price" }, number(Math.round(share * 100))),
      ),
    ];
  });
  return h(
    "details",
    { class: "scores small" },
    h("summary", {}, t("looks.scores", { total: number(Math.round(look.score.total)) })),
    h("dl", {}, rows),
  );
}
