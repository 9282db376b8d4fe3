// A chat client for the terminal: what a bot or a bridge needs, and no more.
//
//   npm install
//   PARLEY_PASSWORD='correct horse battery' node chat.mjs http://127.0.0.1:8080 ada general
//
// It shows the room's last messages and all that follow; each line you type is sent. While the
// network is away you may go on typing: when it is back, what was said meanwhile is shown, and what
// you typed goes out once and in order.

import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import WebSocket from "ws";

const [server, username, roomName = "general"] = process.argv.slice(2);
const password = process.env.PARLEY_PASSWORD;
if (!server || !username || !password) {
  console.error("Usage: PARLEY_PASSWORD=… node chat.mjs SERVER USERNAME [ROOM]");
  process.exit(2);
}

// --- Over HTTP: signing in, and finding the room

let tokens;

/** One command over HTTP. A problem's `code` is for programs, its `detail` for people. */
async function call(method, path, data) {
  const response = await fetch(new URL(`/v1${path}`, server), {
    method,
    headers: {
      ...(data && { "content-type": "application/json" }),
      ...(tokens && { authorization: `Bearer ${tokens.accessToken}` }),
    },
    body: data && JSON.stringify(data),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.detail), answer);
  return answer;
}

/** Signs in, or makes the account where there is none of that name. */
async function signIn() {
  const account = { username, password, device: "Node example" };
  try {
    return await call("POST", "/sessions", account);
  } catch (problem) {
    if (problem.code !== "unauthenticated") throw problem;
    return call("POST", "/accounts", account);
  }
}

/** Access tokens live for minutes. A refresh token trades for the next pair, once. */
async function renew() {
  try {
    tokens = await call("POST", "/sessions/refresh", { refreshToken: tokens.refreshToken });
  } catch (problem) {
    if (problem.code !== "unauthenticated") throw problem;
    tokens = await signIn();
  }
}

/** The public room of that name; it is made where there is none. */
async function enter(name) {
  const { rooms } = await call("GET", `/rooms/public?query=${encodeURIComponent(name)}&limit=200`);
  const found = rooms.find((each) => each.name === name);
  const { room } = found
    ? await call("POST", `/rooms/${found.id}/join`)
    : await call("POST", "/rooms", { kind: "public", name, key: randomUUID() });
  return room;
}

// --- Over the WebSocket: commands and events

let socket;
let heartbeatMs = 25_000;
let lastId = 0;
const unanswered = new Map();

/** One command over the WebSocket. It fails without a `code` when the connection is lost. */
function request(type, data) {
  return new Promise((resolve, reject) => {
    if (socket?.readyState !== WebSocket.OPEN) return reject(new Error("There is no connection"));
    const id = ++lastId;
    unanswered.set(id, { resolve, reject });
    socket.send(JSON.stringify({ id, type, data }));
  });
}

/** One connection, from hello to its end; resolves with its close code. */
function converse() {
  return new Promise((resolve) => {
    let silence;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => socket.terminate(), 2 * heartbeatMs);
    };
    socket = new WebSocket(new URL("/v1/connect", server.replace(/^http/, "ws")), "parley.v1");
    socket.on("open", () => hello().catch(() => socket.close()));
    socket.on("ping", listen);
    socket.on("message", (text) => {
      listen();
      received(JSON.parse(text));
    });
    socket.on("error", () => {}); // "close" comes next and says why
    socket.on("close", (code) => {
      clearTimeout(silence);
      for (const { reject } of unanswered.values()) reject(new Error("The connection is lost"));
      unanswered.clear();
      resolve(code);
    });
    listen();
  });
}

/** A frame answers a command, or tells of something that happened. */
function received(frame) {
  const command = unanswered.get(frame.id);
  unanswered.delete(frame.id);
  if (frame.error) command?.reject(Object.assign(new Error(frame.error.message), frame.error));
  else if (frame.ok) command?.resolve(frame.ok);
  else if (frame.seq && frame.room === room.id) follow(frame);
}

// --- The room: a log, and our place in it

tokens = await signIn();
const room = await enter(roomName);

/** The seq of the last event taken in. It begins a little before the end, to show the last words. */
let position = nearEnd(room);
/** The life of the store that positions belong to. */
let epoch;
let attempts = 0;

function nearEnd({ head }) {
  return Math.max(0, head - 20);
}

/** Says who we are and where we are: the server goes on from there. */
async function hello() {
  const welcome = await request("hello", {
    token: tokens.accessToken,
    resume: { [room.id]: position },
    epoch,
    client: "node-example/1.0",
  });
  ({ epoch, heartbeatMs } = welcome);
  attempts = 0;
  tell(`Connected as ${welcome.user.displayName}, in ${room.name}`);
  switch (welcome.resume[room.id]) {
    case "delta": // All that was missed follows, in order.
      return send();
    case "gone":
      return leave(`You are not in ${room.name} any more`);
    default: // Too far behind, or the store began a new life.
      return startOver();
  }
}

async function startOver() {
  position = undefined;
  position = nearEnd((await request("room.get", { room: room.id })).room);
  socket.close();
}

/** Takes the next event in: a repeated one is dropped, and after a gap a new connection resumes. */
function follow(event) {
  if (position === undefined || event.seq <= position) return;
  if (event.seq > position + 1) return socket.terminate();
  position = event.seq;
  if (event.type === "message.posted") show(event);
}

// --- What you type

/**
 * Lines that are not known to be on the server's disk, by key. The key makes it safe to send one
 * again when its answer was lost: the server gives the first answer and says nothing twice.
 */
const outbox = new Map();
let isSending = false;
let isInputOver = false;

/** Sends line after line, until all are answered or the connection is lost. */
async function send() {
  if (isSending) return;
  isSending = true;
  while (outbox.size > 0) {
    const [key, text] = outbox.entries().next().value;
    try {
      await request("message.send", { room: room.id, key, text });
      outbox.delete(key);
    } catch (problem) {
      if (!problem.code) break;
      if (problem.retry) {
        await delay(problem.retryAfterMs ?? 1000);
      } else {
        tell(`Not sent: ${problem.message}`);
        outbox.delete(key);
      }
    }
  }
  isSending = false;
  if (isDone()) socket.close();
}

function isDone() {
  return isInputOver && outbox.size === 0;
}

const input = createInterface({ input: process.stdin });
input.on("line", (text) => {
  if (text.trim() === "") return;
  outbox.set(randomUUID(), text);
  send();
});
input.on("close", () => {
  isInputOver = true;
  send();
});

// --- What you see

const names = new Map();
let shown = Promise.resolve();

/** Messages go to standard output in their order, each when the name of its author is known. */
function show({ by, at, data }) {
  if (!names.has(by)) names.set(by, nameOf(by));
  const time = new Date(at).toTimeString().slice(0, 5);
  shown = shown.then(async () => console.log(`${time} ${await names.get(by)}: ${data.text}`));
}

async function nameOf(user) {
  try {
    return (await request("user.get", { user })).user.displayName;
  } catch {
    names.delete(user); // to be asked for again
    return user;
  }
}

function tell(text) {
  console.error(text);
}

function leave(why) {
  tell(why);
  process.exit(1);
}

// --- One connection after another

const TOKEN_EXPIRED = 4103;

while (!isDone()) {
  const code = await converse();
  if (isDone()) break;
  if (code === TOKEN_EXPIRED) await renew().catch((problem) => tell(problem.message));
  else if (code >= 4100 && code < 4300) leave(`The server closed the connection for good: ${code}`);
  // Jitter: after a restart, a thousand clients do not come back at once.
  const pauseMs = Math.random() * Math.min(30_000, 500 * 2 ** attempts);
  attempts += 1;
  tell("Connecting again …");
  await delay(pauseMs);
}
await shown;
