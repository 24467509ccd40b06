/** The page's frame: the bar, the tabs, which room is shown, and the door where keys are asked for. */

import { ask, recall, session } from "./api.js";
import { button, fill, h, icon } from "./dom.js";
import { watch } from "./given.js";
import { LANGUAGES, choose, language, load, loadNames, preferred, t } from "./i18n.js";
import { tried, trouble } from "./notice.js";
import { page } from "./page.js";

const ROOMS = {
  chat: () => import("./chat.js"),
  wardrobe: () => import("./wardrobe.js"),
  search: () => import("./search.js"),
  looks: () => import("./saved.js"),
  you: () => import("./you.js"),
};
const main = document.querySelector("main");

/** `#/chat/THREAD` as `["chat", "THREAD"]`; what is no room is the chat. */
function address() {
  const [room, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  return room in ROOMS ? [room, ...rest] : ["chat"];
}

async function show() {
  const [room, ...rest] = address();
  document.title = room === "chat" ? "Maison" : `${t(`tab.${room}`)} · Maison`;
  for (const tab of document.querySelectorAll(".tabs a")) {
    if (tab.dataset.room === room) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  main.className = `in-${room}`;
  const { enter } = await ROOMS[room]();
  if (address()[0] !== room) return;
  page.take = null;
  enter(main, ...rest);
}

function frame() {
  const tabs = Object.keys(ROOMS).map((room) =>
    h("a", { href: `#/${room}`, "data-room": room }, icon(room), h("span", {}, t(`tab.${room}`))),
  );
  const tongues = Object.entries(LANGUAGES).map(([code, name]) =>
    h("option", { value: code, selected: code === language() }, name),
  );
  fill(document.querySelector(".tabs"), tabs).setAttribute("aria-label", t("tab.all"));
  fill(
    document.querySelector(".bar-tools"),
    h("select", { "aria-label": t("language"), onchange: (event) => speak(event.target.value) }, tongues),
    button(t("theme"), shade, { icon: dark() ? "sun" : "moon", only: true, kind: "quiet" }),
  );
  fill(document.querySelector(".skip"), t("skip"));
}

async function speak(code) {
  await tried(() => choose(code));
  tried(() => ask("/v1/profile", { method: "PATCH", json: { language: code } }));
  frame();
  show();
}

const dark = () =>
  (document.documentElement.dataset.theme ??
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function shade() {
  const chosen = dark() ? "light" : "dark";
  document.documentElement.dataset.theme = chosen;
  localStorage.setItem("maison.theme", chosen);
  frame();
}

/** Asks once, however many requests were refused. */
async function askForKey(problem = null) {
  if (document.body.classList.contains("at-door")) return;
  document.body.classList.add("at-door");
  const { door } = await import("./door.js");
  door(main, problem, () => {
    document.body.classList.remove("at-door");
    begin();
  });
}

async function begin() {
  try {
    [page.can] = await Promise.all([ask("/v1/capabilities"), loadNames()]);
    recall();
    show();
  } catch (problem) {
    if (problem.status !== 401) fill(main, h("div", { class: "room" }, trouble(problem, begin)));
  }
}

session.signedOut = askForKey;
page.signOut = askForKey;
await load(preferred());
frame();
addEventListener("hashchange", show);
watch();
begin();
