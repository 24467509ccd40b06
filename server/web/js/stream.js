/**
 * One run of the stylist, followed to its end: server-sent events by the LangGraph protocol, taken up again where the
 * connection broke. Knows no element of the page.
 */

import { Problem, ask, request } from "./api.js";

const TRIES = 5;
const PAUSE_MS = 600;
export const SLOW_MS = 6000;

/** The events of a response's body: `{name, data, id}`. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const frames = (rest + value).split(/\r?\n\r?\n/);
    rest = frames.pop();
    for (const frame of frames) {
      const event = parsed(frame);
      if (event) yield event;
    }
  }
}

function parsed(frame) {
  const event = { name: "message", data: "", id: null };
  for (const line of frame.split(/\r?\n/)) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (field === "event") event.name = value;
    else if (field === "id") event.id = value;
    else if (field === "data") event.data += value;
  }
  return event.data ? { ...event, data: JSON.parse(event.data) } : null;
}

/**
 * Starts a run on a thread and tells `heard` what comes: `begun(runId)`, `node(name, changes)`, `step(name)` of a
 * picture that is being made, `text(piece, id)`, `asked(question)`, `broken()` and `back()` round a cut, `slow()` when
 * nothing came for a while.
 * Ends with the run's status. Raises Problem; AbortError when `signal` stops it.
 */
export async function follow(threadId, payload, heard, signal) {
  const place = { address: null, last: null, ended: null };
  const watch = watching(heard);
  const body = {
    assistant_id: "stylist",
    stream_mode: ["messages-tuple", "updates", "custom"],
    stream_resumable: true,
    ...payload,
  };
  try {
    let response = await request(`/threads/${threadId}/runs/stream`, { method: "POST", json: body, signal });
    for (let tries = 0; ;) {
      place.address = response.headers.get("Location") ?? place.address;
      const came = await heardAll(response, heard, place, watch);
      if (place.ended) return place.ended;
      tries = came ? 0 : tries + 1;
      heard.broken();
      response = await again(place, tries, signal);
      heard.back();
    }
  } finally {
    watch.end();
  }
}

/** Hands on what a response brings; true where anything came before it ended or broke. */
async function heardAll(response, heard, place, watch) {
  let came = false;
  try {
    for await (const event of events(response)) {
      came = true;
      watch.again();
      place.last = event.id ?? place.last;
      hand(event, heard, place);
      if (place.ended) return true;
    }
  } catch (error) {
    if (error.name === "AbortError" || error instanceof Problem) throw error;
  }
  return came;
}

function hand({ name, data }, heard, place) {
  if (name === "metadata") heard.begun(data.run_id);
  else if (name === "messages") heard.text(data[0].content, data[0].id);
  else if (name === "updates") changes(data, heard);
  else if (name === "custom" && data.kind === "preview") heard.step(data.step);
  else if (name === "error") throw new Problem(500, "run_failed", data.message ?? "");
  else if (name === "end") place.ended = data.status;
}

function changes(data, heard) {
  for (const [node, changed] of Object.entries(data)) {
    if (node === "__interrupt__") heard.asked(changed[0].value);
    else heard.node(node, changed ?? {});
  }
}

/** The run's events after the last that came. Raises Problem when it cannot be reached for long. */
async function again(place, tries, signal) {
  for (let turn = tries; ; turn += 1) {
    if (!place.address || turn >= TRIES) throw new Problem(0, "cut", "the stream broke");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** turn));
    const headers = place.last ? { "Last-Event-ID": place.last } : {};
    try {
      return await request(place.address, { headers, signal });
    } catch (problem) {
      if (problem.status !== 0) throw problem;
    }
  }
}

function watching(heard) {
  let timer = setTimeout(heard.slow, SLOW_MS);
  const end = () => clearTimeout(timer);
  const again = () => {
    end();
    timer = setTimeout(heard.slow, SLOW_MS);
  };
  return { again, end };
}

/** Stops a run; what the thread held before it stays. */
export const stop = (threadId, runId) =>
  ask(`/threads/${threadId}/runs/${runId}/cancel?wait=true`, { method: "POST" }).catch((problem) => {
    if (problem.status !== 409) throw problem;
  });
