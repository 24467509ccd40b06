// The JavaScript SDK against a server of the probe: `node check.mjs URL`. Prints one line a check, exits 1 when one fails.

import assert from "node:assert/strict";
import { Client } from "@langchain/langgraph-sdk";
import { mount } from "./hook.mjs";

const url = process.argv[2];
const client = new Client({ apiUrl: url });
const said = (text) => ({ messages: [{ type: "human", content: text }] });
const last = (values) => values.messages.at(-1).content;

const checks = {
  async "assistants are found"() {
    const [found] = await client.assistants.search({ graphId: "stylist", limit: 1 });
    assert.equal(found.graph_id, "stylist");
    assert.ok((await client.assistants.getGraph(found.assistant_id)).nodes.length > 2);
  },

  async "a run is waited for"() {
    const { thread_id } = await client.threads.create();
    const output = await client.runs.wait(thread_id, "stylist", { input: said("hello") });
    assert.equal(last(output), "you said hello");
    assert.equal((await client.threads.getState(thread_id)).values.messages.length, 2);
    assert.ok((await client.threads.getHistory(thread_id)).length >= 1);
  },

  async "a run is streamed, token by token"() {
    const { thread_id } = await client.threads.create();
    const options = { input: said("hello"), streamMode: ["messages-tuple", "values"], streamSubgraphs: true };
    let text = "";
    let values;
    for await (const { event, data } of client.runs.stream(thread_id, "stylist", options)) {
      if (event.startsWith("messages")) text += data[0].content;
      if (event === "values") values = data;
    }
    assert.equal(text, last(values));
  },

  async "a question is answered"() {
    const { thread_id } = await client.threads.create();
    const stopped = await client.runs.wait(thread_id, "stylist", { input: said("ask") });
    assert.deepEqual(stopped.__interrupt__[0].value, { question: "what?" });
    const output = await client.runs.wait(thread_id, "stylist", { command: { resume: "blue" } });
    assert.equal(last(output), "you said blue");
  },

  async "a run is joined, and cancelled"() {
    const { thread_id } = await client.threads.create();
    const first = await client.runs.create(thread_id, "stylist", { input: said("wait"), streamResumable: true });
    let values;
    for await (const part of client.runs.joinStream(thread_id, first.run_id, { lastEventId: "-1" })) {
      if (part.event === "values") values = part.data;
    }
    assert.equal(last(values), "you said wait");
    const second = await client.runs.create(thread_id, "stylist", { input: said("wait") });
    await client.runs.cancel(thread_id, second.run_id, true);
    assert.equal((await client.runs.get(thread_id, second.run_id)).status, "interrupted");
  },

  async "useStream sends, streams and shows"() {
    const chat = await mount({ apiUrl: url, assistantId: "stylist" });
    await chat.submit(said("hello"));
    await chat.shows("you said hello");
    await chat.submit(said("more"));
    await chat.until(() => chat.stream.messages.length === 4);
    chat.unmount();
  },

  async "useStream edits a message: a fork at its checkpoint"() {
    const chat = await mount({ apiUrl: url, assistantId: "stylist", fetchStateHistory: true });
    await chat.submit(said("one"));
    await chat.submit(said("two"));
    const before = () => chat.stream.getMessagesMetadata(chat.stream.messages[2])?.firstSeenState?.parent_checkpoint;
    await chat.until(before);
    const checkpoint = before();
    await chat.submit(said("three"), { checkpoint });
    const shown = () => chat.stream.messages.map((message) => message.content).join("; ");
    await chat.until(() => shown() === "one; you said one; three; you said three");
    chat.unmount();
  },

  async "useStream shows a question and resumes"() {
    const chat = await mount({ apiUrl: url, assistantId: "stylist" });
    await chat.submit(said("ask"));
    await chat.until(() => chat.stream.interrupt?.value?.question === "what?");
    await chat.submit(undefined, { command: { resume: "green" } });
    await chat.shows("you said green");
    chat.unmount();
  },

  async "useStream stops a run"() {
    const chat = await mount({ apiUrl: url, assistantId: "stylist" });
    const sent = chat.submit(said("wait"));
    await chat.until(() => chat.stream.isLoading && chat.thread !== null);
    await new Promise((resume) => setTimeout(resume, 400));
    await chat.stream.stop();
    await sent;
    assert.equal(chat.stream.isLoading, false);
    await chat.submit(said("hello"));
    await chat.shows("you said hello");
    chat.unmount();
  },

  async "useStream tells of a failure"() {
    const chat = await mount({ apiUrl: url, assistantId: "stylist" });
    await chat.submit(said("fail"));
    await chat.until(() => chat.stream.error);
    chat.unmount();
  },

  async "what Agent Chat UI asks for"() {
    assert.equal((await fetch(`${url}/info`)).status, 200);
    const { thread_id } = await client.threads.create({ metadata: { graph_id: "stylist" } });
    await client.runs.wait(thread_id, "stylist", { input: said("hello") });
    const found = await client.threads.search({ metadata: { graph_id: "stylist" }, limit: 100 });
    const thread = found.find((one) => one.thread_id === thread_id);
    assert.equal(last(thread.values), "you said hello");
    const options = { input: said("more"), streamMode: ["values"], streamSubgraphs: true, streamResumable: true };
    const names = new Set();
    for await (const { event } of client.runs.stream(thread_id, "stylist", options)) names.add(event.split("|")[0]);
    assert.deepEqual([...names].filter((name) => name !== "end"), ["metadata", "values"]);
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${String(error?.stack ?? error).split("\n").slice(0, 4).join(" | ")}`);
  }
}
process.exit(failed ? 1 : 0);
