/** Where one writes: text, photos by button, paste or drag, and what is being edited. */

import { uploadPhoto } from "./api.js";
import { button, fill, h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { notice, said } from "./notice.js";

const MOST_PHOTOS = 12;

export function composer({ say, stop }) {
  const photos = [];
  let instead = null;
  let running = false;

  const field = h("textarea", {
    rows: 1,
    "aria-label": t("chat.write"),
    placeholder: t("chat.write"),
    maxlength: 4000,
    enterkeyhint: "send",
  });
  const strip = h("ul", { class: "strip", "aria-label": t("chat.photos") });
  const file = h("input", {
    type: "file",
    accept: "image/*",
    multiple: true,
    id: "composer-photos",
    hidden: true,
    onchange: () => take([...file.files]),
  });
  const attach = button(t("chat.add_photo"), () => file.click(), { icon: "photo", only: true, kind: "quiet" });
  const send = button(t("chat.send"), () => submit(), { icon: "send", only: true, kind: "primary" });
  const editing = h(
    "p",
    { class: "editing small", hidden: true },
    h("span", {}, t("chat.editing")),
    button(t("action.cancel"), () => leave(), { kind: "quiet" }),
  );
  const form = h(
    "form",
    { class: "composer", onsubmit: (event) => event.preventDefault() },
    editing,
    strip,
    h("div", { class: "line" }, attach, file, field, send),
  );

  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (running) notice(t("trouble.thread_busy")); // what was written stays; the button alone stops
      else submit();
    }
    if (event.key === "Escape" && instead) leave();
  });

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 2, 180)}px`;
  }

  async function take(files) {
    file.value = "";
    for (const one of files.slice(0, MOST_PHOTOS - photos.length)) await add(one);
    field.focus();
  }

  async function add(one) {
    const entry = h("li", {}, h("progress", { max: 1, value: 0, "aria-label": one.name }));
    strip.append(entry);
    try {
      const photo = await uploadPhoto(one, (share) => entry.firstChild && (entry.firstChild.value = share));
      show(photo, entry);
    } catch (problem) {
      entry.remove();
      notice(said(problem));
    }
  }

  function show(photo, entry = strip.appendChild(h("li"))) {
    photos.push(photo);
    const drop = () => {
      photos.splice(photos.indexOf(photo), 1);
      entry.remove();
    };
    const name = photo.number ? t("photo.number", { number: photo.number }) : t("photo.one");
    fill(
      entry,
      h("img", { src: `/v1/photos/${photo.id}`, alt: name, title: name }),
      h(
        "button",
        { type: "button", class: "drop", "aria-label": t("photo.leave_out", { name }), onclick: drop },
        icon("close"),
      ),
    );
  }

  function submit() {
    if (running) return stop();
    const text = field.value.trim();
    if ((!text && !photos.length) || strip.querySelector("progress")) return undefined;
    const [sent, replaced] = [photos.splice(0), instead];
    leave();
    return say(text, sent, replaced);
  }

  function leave() {
    instead = null;
    editing.hidden = true;
    field.value = "";
    photos.length = 0;
    fill(strip);
    grow();
  }

  return {
    element: form,
    focus: () => field.focus(),
    take,
    running(is) {
      running = is;
      const name = is ? t("chat.stop") : t("chat.send");
      fill(send, icon(is ? "stop" : "send"), h("span", { class: "hidden-text" }, name)).title = name;
    },
    /** Takes what was said back into the field, to be said otherwise. */
    edit(turn) {
      leave();
      instead = turn;
      editing.hidden = false;
      field.value = turn.text;
      turn.photos.forEach((photo) => show(photo));
      grow();
      field.focus();
    },
  };
}
