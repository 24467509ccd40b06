/** The shop searched by picture: the stylist looks at a photo and answers with what is like what it shows. */

import { ask, uploadPhoto } from "./api.js";
import { button, h } from "./dom.js";
import { t } from "./i18n.js";
import { notice, tried } from "./notice.js";

export function similar(found) {
  const file = h("input", {
    type: "file",
    accept: "image/*",
    id: "search-photo",
    hidden: true,
    onchange: () => look(file.files[0]),
  });

  async function look(one) {
    file.value = "";
    notice(t("live.photos"));
    await tried(async () => {
      const photo = await uploadPhoto(one);
      const content = [
        { type: "text", text: t("say.similar") },
        { type: "image", file_id: photo.id },
      ];
      const json = { assistant_id: "stylist", input: { messages: [{ role: "user", content }] }, context: { looks: 6 } };
      const out = await ask("/runs/wait", { method: "POST", json });
      const ids = [
        ...new Set(
          out.looks
            .flatMap((shown) => shown.items)
            .filter((item) => item.source === "catalog")
            .map((item) => item.id),
        ),
      ];
      found(await Promise.all(ids.map((id) => ask(`/v1/catalog/${encodeURIComponent(id)}`))));
      if (out.messages.length) notice(out.messages.at(-1).content);
    });
  }
  return h(
    "div",
    {},
    button(t("search.picture"), () => file.click(), { icon: "photo" }),
    file,
  );
}
