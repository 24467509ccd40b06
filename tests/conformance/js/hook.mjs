// React's `useStream` without a browser: mounted in jsdom, driven by hand.

import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><div id=root></div>", { url: "http://localhost" });
const { document, navigator, sessionStorage } = window;
Object.assign(globalThis, { window, document, navigator, sessionStorage });

const { createElement } = await import("react");
const { createRoot } = await import("react-dom/client");
const { useStream } = await import("@langchain/langgraph-sdk/react");

const PATIENCE_MS = 20_000;
const PAUSE_MS = 20;

class Mounted {
  thread = null;
  stream = null;

  constructor(options) {
    const Chat = () => {
      this.stream = useStream({ ...options, onThreadId: (id) => (this.thread = id) });
      return null;
    };
    this.root = createRoot(window.document.createElement("div"));
    this.root.render(createElement(Chat));
  }

  // Sends, and waits until the run has ended; React shows what it left a moment later.
  async submit(values, options) {
    const seen = this.stream;
    await this.stream.submit(values, options);
    await this.until(() => this.stream !== seen && !this.stream.isLoading);
  }

  async shows(text) {
    await this.until(() => this.stream.messages.at(-1)?.content === text);
  }

  async until(holds) {
    const deadline = Date.now() + PATIENCE_MS;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`it never held: ${holds}`);
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  }

  unmount() {
    this.root.unmount();
  }
}

export async function mount(options) {
  const mounted = new Mounted(options);
  await mounted.until(() => mounted.stream !== null);
  return mounted;
}
