// Sends a file in pieces (tus 1.0.0) so that a broken line costs one piece, not the file.
// Without this script the form sends the file as a whole.
"use strict";
const PIECE = 1 << 19;
const LONGEST_PAUSE = 15000;
const TUS = { "Tus-Resumable": "1.0.0" };
const TYPE = "application/offset+octet-stream";

class Refused extends Error {}
class SignedOut extends Error {}
class Gone extends Error {}

const form = document.querySelector("form[data-upload]");
const panel = form.querySelector(".upload");
const bar = panel.querySelector("progress");
const status = panel.querySelector("[role=status]");
const stop = panel.querySelector("button");
const token = form.elements.form.value;
let running = null;
let saidTenth = -1;

form.addEventListener("submit", (event) => {
  const file = form.elements.file.files[0];
  if (!file || form.elements.upload) return;
  event.preventDefault();
  if (!running) send(file);
});

stop.addEventListener("click", () => running?.abort());

async function send(file) {
  running = new AbortController();
  show(true);
  try {
    const address = await whole(file, running.signal);
    tell("whole");
    handIn(address);
  } catch (error) {
    show(error.name !== "AbortError");
    if (error instanceof SignedOut) tell("over");
    else if (error instanceof Refused) status.textContent = `${panel.dataset.refused} ${error.message}`;
    else if (error.name !== "AbortError") throw error;
  } finally {
    running = null;
    form.querySelector("button").disabled = false;
  }
}

/** Sends all of a file, whatever breaks in between; its address on the server. */
async function whole(file, signal) {
  const sha256 = await hashOf(file);
  let at = null;
  let pause = 500;
  for (;;) {
    try {
      at = at ? await stateOf(at, signal) : await begun(file, sha256, signal);
      while (at.offset < file.size) {
        at.offset = await piece(at, file, signal);
        pause = 500;
      }
      return at.address;
    } catch (error) {
      if (error instanceof Gone && at) at = null;
      else if (error instanceof Gone) throw new Refused(error.message);
      else if (!(error instanceof TypeError)) throw error;
      else tell("broken");
      await rest(pause, signal);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }
}

/** An upload of the same file that is under way, or a new one. */
async function begun(file, sha256, signal) {
  const every = await (await asked("/uploads", { signal })).json();
  const same = (item) => item.name === file.name && item.size === file.size && item.sha256 === sha256;
  const known = sha256 && every.find(same);
  if (known) return known;
  const told = [`filename ${inBase64(file.name)}`, ...(sha256 ? [`sha256 ${inBase64(sha256)}`] : [])];
  const headers = { "Upload-Length": String(file.size), "Upload-Metadata": told.join(",") };
  const made = await asked("/uploads", { method: "POST", headers, signal });
  return { address: made.headers.get("Location"), offset: 0 };
}

async function stateOf(at, signal) {
  const found = await asked(at.address, { method: "HEAD", signal });
  return { address: at.address, offset: Number(found.headers.get("Upload-Offset")) };
}

/** Sends one piece; where the next begins. Only XMLHttpRequest tells how far a piece is. */
function piece(at, file, signal) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const part = file.slice(at.offset, at.offset + PIECE);
    request.open("PATCH", at.address);
    for (const [name, value] of Object.entries({ ...TUS, "X-Form": token })) request.setRequestHeader(name, value);
    request.setRequestHeader("Upload-Offset", String(at.offset));
    request.setRequestHeader("Content-Type", TYPE);
    request.upload.addEventListener("progress", (sent) => progress((at.offset + sent.loaded) / file.size));
    request.addEventListener("error", () => fail(new TypeError("the line is broken")));
    request.addEventListener("load", () => {
      const offset = request.getResponseHeader("Upload-Offset");
      if (request.status === 204) done(Number(offset));
      else fail(problem(request.status, request.responseText));
    });
    signal.addEventListener("abort", () => {
      request.abort();
      fail(new DOMException("stopped", "AbortError"));
    });
    request.send(part);
  });
}

async function asked(address, options) {
  const headers = { ...TUS, "X-Form": token, ...options.headers };
  const answer = await fetch(address, { redirect: "manual", cache: "no-store", ...options, headers });
  if (answer.ok) return answer;
  throw problem(answer.type === "opaqueredirect" ? 303 : answer.status, await answer.text());
}

/** What an answer means: try again (TypeError), begin anew (Gone), or give up. */
function problem(code, text) {
  if (code === 303 || code === 200) return new SignedOut();
  if (code === 404 || code === 410) return new Gone(text);
  if (code === 409 || code === 423 || code >= 500) return new TypeError(text);
  return new Refused(text);
}

async function hashOf(file) {
  if (!globalThis.crypto?.subtle) return "";
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function inBase64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function rest(pause, signal) {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, pause);
    addEventListener("online", done, { once: true });
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      fail(new DOMException("stopped", "AbortError"));
    });
  });
}

function handIn(address) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "upload", value: address.split("/").pop() });
  form.elements.file.disabled = true;
  form.append(field);
  form.submit();
}

function show(visible) {
  panel.hidden = !visible;
  stop.hidden = false;
  form.querySelector("button").disabled = visible;
}

/** A screen reader hears every tenth part, eyes see each. */
function progress(share) {
  const percent = Math.floor(100 * share);
  const tenth = 10 * Math.floor(percent / 10);
  if (tenth !== saidTenth) status.textContent = panel.dataset.sending.replace("PERCENT", tenth);
  saidTenth = tenth;
  bar.value = percent;
}

function tell(what) {
  saidTenth = -1;
  status.textContent = panel.dataset[what];
}
