/** What the rooms share: what the server can do, and what one room asks another to begin with. */

export const page = {
  can: null, // of GET /v1/capabilities
  say: null, // a message that the chat is to begin with: {text, photos}
  take: null, // what is done with photos that are dropped or pasted: (files) => …
  signOut: () => {},
};

/** Goes to the chat and says something there, in a conversation of its own. */
export function sayInChat(text, photos = []) {
  page.say = { text, photos };
  if (location.hash === "#/chat") dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = "#/chat";
}
