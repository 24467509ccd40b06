/** How the page asks the server: JSON in and out, faults as `Problem`, the session's token on every change. */

const CAME_BY_KEY = "maison.signed_in";

export class Problem extends Error {
  /** `status` is 0 where the server could not be reached; `wait` is in seconds, null where it was not said. */
  constructor(status, code, detail, wait = null) {
    super(detail);
    Object.assign(this, { status, code, detail, wait });
  }
}

export const session = { token: null, signedOut: () => {} };

/** The answer to a request, as data; null where there is none. Raises Problem. */
export async function ask(path, options = {}) {
  const response = await request(path, options);
  return response.status === 204 ? null : response.json();
}

/** The response to a request that was taken. Raises Problem. */
export async function request(path, options = {}) {
  const shown = session.token;
  const response = await sent(path, options);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code === "csrf" && (await renewed(shown))) return request(path, options);
  if (problem.status === 401) session.signedOut(problem);
  throw problem;
}

async function sent(path, { method = "GET", json, form, headers = {}, signal } = {}) {
  const told = { ...headers };
  if (json !== undefined) told["Content-Type"] = "application/json";
  if (session.token && method !== "GET") told["X-CSRF-Token"] = session.token;
  try {
    return await fetch(path, { method, headers: told, body: json === undefined ? form : JSON.stringify(json), signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, "away", String(error));
  }
}

async function problemOf(response) {
  const told = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get("Retry-After")) || null;
  return new Problem(response.status, told.code ?? "http_error", told.detail ?? response.statusText, wait);
}

/** Whether a session's token could be had that differs from the one that was refused; of two refused at once too. */
async function renewed(refused) {
  const response = await fetch("/v1/session");
  const token = response.ok ? (await response.json()).csrf_token : null;
  const fresh = token !== null && token !== refused;
  session.token = token;
  return fresh;
}

/** Trades a key for a cookie that no script can read; that there is one is noted, so that one can sign out again. */
export async function signIn(key) {
  const opened = await ask("/v1/session", { method: "POST", json: { key } });
  session.token = opened.csrf_token;
  localStorage.setItem(CAME_BY_KEY, opened.name);
}

export async function signOut() {
  await ask("/v1/session", { method: "DELETE" });
  session.token = null;
  localStorage.removeItem(CAME_BY_KEY);
}

/** Has the session's token at hand before the first change asks for it. */
export const recall = () => (signedIn() && !session.token ? renewed(null).catch(() => {}) : null);

export const signedIn = () => localStorage.getItem(CAME_BY_KEY) !== null;

/** Sends a file and tells how far it is, from 0 to 1; a page that lost its token gets a new one. Raises Problem. */
export async function upload(path, file, progress = () => {}) {
  const shown = session.token;
  try {
    return await sentFile(path, file, progress);
  } catch (problem) {
    if (problem.code === "csrf" && (await renewed(shown))) return sentFile(path, file, progress);
    throw problem;
  }
}

export const uploadPhoto = (file, progress) => upload("/v1/photos", file, progress);

function sentFile(path, file, progress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append("file", file);
    const call = new XMLHttpRequest();
    call.open("POST", path);
    call.responseType = "json";
    if (session.token) call.setRequestHeader("X-CSRF-Token", session.token);
    call.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    call.onerror = () => reject(new Problem(0, "away", "upload"));
    call.onload = () => {
      const told = call.response ?? {};
      if (call.status < 300) return resolve(told);
      if (call.status === 401) session.signedOut(told);
      const wait = Number(call.getResponseHeader("Retry-After")) || null;
      return reject(new Problem(call.status, told.code ?? "http_error", told.detail ?? "", wait));
    };
    call.send(form);
  });
}
