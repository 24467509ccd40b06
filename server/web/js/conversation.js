/**
 * One conversation with the stylist: what was said, what came of it, and how it goes on. Knows no element of the page.
 *
 * A turn is `{id, text, photos, reply, node, step, out, status, runId, question, problem}`; `out` gathers what the
 * nodes of its run put out, under the keys of a run's output.
 */

import { Problem, ask } from "./api.js";
import { SLOW_MS, follow, stop } from "./stream.js";

const PUT_OUT = ["brief", "conditions", "critique", "advice", "looks", "packing", "gaps", "preview", "degraded"];
const TITLE_CHARS = 80;
const HISTORY = 200;

export class Conversation {
  /** `changed(turn)` is told whenever a turn is, or null when there are other turns. */
  constructor(threadId = null, changed = () => {}) {
    Object.assign(this, { threadId, changed, turns: [], running: null, abort: null });
  }

  /** Reads a thread as the server keeps it. Raises Problem. */
  async load() {
    const [state, kept] = await Promise.all([
      ask(`/threads/${this.threadId}/state?select=values.messages&select=interrupts`),
      this.history([...PUT_OUT.map((key) => `values.${key}`), "values.turn", "metadata"]),
    ]);
    this.turns = turnsOf(state.values.messages ?? []);
    const ended = kept.filter((one) => one.values.turn).reverse();
    const late = this.turns.length - ended.length;
    this.turns.forEach((turn, at) => {
      const one = ended[at - Math.max(late, 0)];
      if (one) Object.assign(turn, { out: one.values, runId: one.metadata?.run_id ?? null });
    });
    const asked = state.interrupts?.[0]?.value;
    if (asked && this.turns.length) this.turns.at(-1).question = asked;
    this.changed(null);
  }

  /** The states that this conversation went through, newest first, each where a turn had ended. */
  async history(select) {
    const json = { limit: HISTORY, select: ["checkpoint", "parent_checkpoint", "next", ...select] };
    const all = await ask(`/threads/${this.threadId}/history`, { method: "POST", json });
    const byId = new Map(all.map((one) => [one.checkpoint.checkpoint_id, one]));
    const line = [];
    for (let one = all[0]; one; one = byId.get(one.parent_checkpoint?.checkpoint_id)) line.push(one);
    return line.filter((one) => one.next.length === 0);
  }

  /** Says something; `instead` is the turn that it takes the place of, with all that came after it. */
  async say(text, photos = [], instead = null) {
    const from = instead ? await this.before(instead) : null;
    if (instead) this.turns.splice(this.turns.indexOf(instead));
    const turn = newTurn({ text, photos });
    this.turns.push(turn);
    this.changed(null);
    await this.run(turn, async () => {
      this.threadId ??= await this.open(text);
      return {
        input: { messages: [{ role: "user", content: content(text, photos) }] },
        ...(from && { checkpoint_id: from }),
      };
    });
  }

  /** Answers what a run asked. */
  async answer(turn, resume) {
    turn.question = null;
    await this.run(turn, async () => ({ command: { resume } }));
  }

  async run(turn, payload) {
    this.running = turn;
    this.abort = new AbortController();
    Object.assign(turn, { status: "running", node: null, problem: null, trouble: null });
    this.changed(turn);
    const late = setTimeout(() => this.changed(Object.assign(turn, { trouble: "slow" })), SLOW_MS);
    try {
      const told = await payload().finally(() => clearTimeout(late));
      const status = await followed(this, turn, told);
      turn.status = turn.question || status === "success" || status === "interrupted" ? "done" : "failed";
    } catch (problem) {
      Object.assign(turn, problem.name === "AbortError" ? { status: "stopped" } : { status: "failed", problem });
    }
    this.running = null;
    this.changed(turn);
  }

  /** Stops the turn under way; the thread stays as it was before it. */
  async stop() {
    const turn = this.running;
    this.abort?.abort();
    if (turn?.runId) await stop(this.threadId, turn.runId);
  }

  async open(text) {
    const title = text.slice(0, TITLE_CHARS);
    return (await ask("/threads", { method: "POST", json: { metadata: title ? { title } : {} } })).thread_id;
  }

  /** The checkpoint in which a turn had not been said yet; null where none is kept. Raises Problem. */
  async before(turn) {
    if (!this.threadId) return null;
    const at = this.turns.indexOf(turn);
    const said = this.turns.slice(0, at).reduce((sum, one) => sum + one.messages, 0);
    const kept = await this.history(["values.messages"]);
    const found = kept.find((one) => (one.values.messages ?? []).length <= said);
    if (!found) throw new Problem(404, "no_checkpoint", "the conversation is too long to go back so far");
    return found.checkpoint.checkpoint_id;
  }
}

function followed(conversation, turn, payload) {
  const tell = () => conversation.changed(turn);
  const heard = {
    begun: (runId) => Object.assign(turn, { runId }),
    node: (name, changes) => {
      Object.assign(turn, { node: name, step: null, trouble: null });
      for (const key of PUT_OUT) if (key in changes) turn.out[key] = changes[key];
      tell();
    },
    step: (step) => tell(Object.assign(turn, { step, trouble: null })),
    text: (piece, id) => {
      if (turn.replyId !== id) Object.assign(turn, { replyId: id, reply: "", messages: turn.messages + 1 });
      turn.reply += piece;
      turn.trouble = null;
      tell();
    },
    asked: (question) => Object.assign(turn, { question }),
    broken: () => tell(Object.assign(turn, { trouble: "broken" })),
    back: () => tell(Object.assign(turn, { trouble: null })),
    slow: () => tell(Object.assign(turn, { trouble: "slow" })),
  };
  return follow(conversation.threadId, payload, heard, conversation.abort.signal);
}

function newTurn(told) {
  const empty = {
    reply: "",
    replyId: null,
    node: null,
    step: null,
    out: {},
    status: "done",
    runId: null,
    question: null,
    problem: null,
  };
  return { id: `t${Math.random().toString(36).slice(2)}`, messages: 1, trouble: null, ...empty, ...told };
}

function content(text, photos) {
  const images = photos.map((photo) => ({ type: "image", file_id: photo.id }));
  return images.length ? [...(text ? [{ type: "text", text }] : []), ...images] : text;
}

/** Messages as turns: each begins with what the person said. */
function turnsOf(messages) {
  const turns = [];
  for (const message of messages) {
    if (message.type === "human") turns.push(newTurn(told(message.content)));
    else if (turns.length) {
      const turn = turns.at(-1);
      turn.reply = [turn.reply, plain(message.content)].filter(Boolean).join("\n\n");
      turn.messages += 1;
    }
  }
  return turns;
}

function told(content) {
  const blocks = typeof content === "string" ? [{ type: "text", text: content }] : content;
  const photos = blocks.filter((block) => block.file_id).map((block) => ({ id: block.file_id }));
  return { text: plain(content), photos };
}

function plain(content) {
  if (typeof content === "string") return content;
  return content
    .filter((block) => block.type === "text")
    .map((block) => block.text)
    .join("\n");
}
