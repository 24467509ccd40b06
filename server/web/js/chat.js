/** The room where one talks: letters at the left, the look that is spoken of large at the right. */

import { composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { button, fill, h } from "./dom.js";
import { front } from "./front.js";
import { lookCard } from "./card.js";
import { t } from "./i18n.js";
import { notice, trouble } from "./notice.js";
import { page } from "./page.js";
import { threads } from "./threads.js";
import { turnView } from "./turn.js";

const SLOW_MS = 1500;
let conversation = new Conversation();

export function enter(main, threadId = null) {
  const room = new Chat(main);
  if (page.say || (threadId && threadId !== conversation.threadId)) conversation = new Conversation(threadId);
  room.attach(conversation);
  if (page.say) {
    const { text, photos } = page.say;
    page.say = null;
    room.say(text, photos);
  } else if (threadId && !conversation.turns.length) room.read();
}

class Chat {
  constructor(main) {
    this.letters = h("div", { class: "letters", tabindex: 0, "aria-label": t("chat.letters") });
    this.stage = h("aside", { class: "stage", "aria-label": t("chat.stage") });
    this.announced = h("p", { class: "hidden-text", "aria-live": "polite" });
    this.composer = composer({
      say: (text, photos, instead) => this.say(text, photos, instead),
      stop: () => conversation.stop(),
    });
    const tools = h(
      "div",
      { class: "talk-tools" },
      button(t("threads.title"), () => threads(), { icon: "history", kind: "quiet" }),
      button(t("threads.new"), () => this.anew(), { icon: "plus", kind: "quiet" }),
    );
    const foot = h("div", { class: "talk-foot" }, this.composer.element, h("p", { class: "label" }, t("chat.label")));
    fill(main, h("section", { class: "talk" }, tools, this.letters, foot, this.announced), this.stage);
    page.take = this.composer.take;
    this.views = new Map();
  }

  attach(talk) {
    talk.changed = (turn) => this.changed(turn);
    this.changed(null);
  }

  async read() {
    const slow = setTimeout(() => fill(this.letters, h("p", { class: "soft" }, t("trouble.slow"))), SLOW_MS);
    this.letters.setAttribute("aria-busy", "true");
    try {
      await conversation.load();
      this.toLast();
    } catch (problem) {
      fill(
        this.letters,
        trouble(problem, () => this.read()),
      );
    } finally {
      clearTimeout(slow);
      this.letters.removeAttribute("aria-busy");
    }
  }

  anew() {
    conversation = new Conversation();
    history.replaceState(null, "", "#/chat");
    this.attach(conversation);
    this.composer.focus();
  }

  async say(text, photos = [], instead = null) {
    const talk = conversation;
    if (talk.running) return notice(t("trouble.thread_busy"));
    this.composer.running(true);
    const said = talk.say(text, photos, instead).catch((problem) => {
      this.letters.append(trouble(problem));
    });
    this.toLast();
    await said;
    this.composer.running(false);
    this.announced.textContent = talk.turns.at(-1)?.reply ?? "";
    return undefined;
  }

  /** What is being read stays where it is: the new letter begins at the top, and grows below. */
  toLast() {
    const last = this.letters.querySelector(".turn:last-child");
    if (!last) return;
    this.letters.scrollTo({ top: last.offsetTop - 16, behavior: "smooth" });
    if (document.activeElement === document.body) last.focus({ preventScroll: true }); // what was pressed is gone
  }

  changed(turn) {
    if (turn === null) this.lay();
    else {
      this.views.get(turn.id)?.update();
      if (conversation.threadId && location.hash !== `#/chat/${conversation.threadId}`) {
        history.replaceState(null, "", `#/chat/${conversation.threadId}`);
      }
    }
    if (turn === null || turn.out.looks?.length) this.present();
    this.mark();
  }

  /** Which looks are the last answer's; the others can no longer be spoken of by their numbers. */
  mark() {
    const newest = conversation.turns.findLast((one) => one.out.looks?.length);
    for (const [id, view] of this.views) view.element.toggleAttribute("data-latest", id === newest?.id);
    this.stage.toggleAttribute("data-latest", this.source === newest);
  }

  lay() {
    this.views = new Map();
    if (!conversation.turns.length) {
      this.shown = undefined;
      if (conversation.threadId) fill(this.letters);
      else
        fill(
          this.letters,
          front((text) => this.say(text), this.stage),
        );
      return;
    }
    const views = conversation.turns.map((turn) => {
      const view = turnView(turn, conversation, {
        edit: () => this.composer.edit(turn),
        say: (text) => this.say(text),
        again: () => this.say(turn.text, turn.photos, turn),
        answer: (reply) => this.answer(turn, reply),
        present: (look, at) => this.present(look, at, turn),
      });
      this.views.set(turn.id, view);
      return view.element;
    });
    fill(this.letters, views);
  }

  async answer(turn, reply) {
    this.composer.running(true);
    await conversation.answer(turn, reply);
    this.composer.running(false);
  }

  /** Puts a look on the right: the one asked for, else the first of the newest that were shown. */
  present(look = null, at = 0, turn = null) {
    const newest = conversation.turns.findLast((one) => one.out.looks?.length);
    if (!newest && !look) {
      if (conversation.turns.length) fill(this.stage); // what lay there was of no word of this conversation
      return;
    }
    const [shown, place, source] = look ? [look, at, turn] : [newest.out.looks[0], 0, newest];
    if (this.shown === shown) return;
    Object.assign(this, { shown, source });
    this.mark();
    const context = { conversation, turn: source, ordinal: place + 1, say: (text) => this.say(text), eager: true };
    fill(this.stage, lookCard(shown, context));
    this.stage.scrollTop = 0;
    for (const card of this.letters.querySelectorAll(".rail .card")) {
      card.toggleAttribute("data-shown", card.dataset.look === `${source.id}/${shown.id}`);
    }
  }
}
