// Parley from a plain page: no build and no library.
//
//   ./parley serve --origins http://127.0.0.1:8000              lets pages of this origin connect
//   python3 -m http.server 8000 --directory examples/browser    any static server will do
//
// Then open http://127.0.0.1:8000/. A page of another origin than the server's may connect, once
// --origins names it, but it cannot sign in: passwords are for the server's own pages. It comes with
// an access token, which its own back end asks for (POST /v1/sessions). To try, ask for one yourself:
//
//   curl http://127.0.0.1:8080/v1/accounts -H 'Content-Type: application/json' \
//     -d '{"username":"ada","password":"correct horse battery"}'

const signIn = document.querySelector("#sign-in");
const composer = document.querySelector("#composer");
const status = document.querySelector("#status");
const choice = document.querySelector("#rooms");
const list = document.querySelector("#messages");

// --- Commands: each has an id, which its reply repeats

let socket;
let lastId = 0;
const unanswered = new Map();

/** One command. It fails without a `code` when the connection is lost. */
function request(type, data) {
  return new Promise((resolve, reject) => {
    if (socket?.readyState !== WebSocket.OPEN) return reject(new Error("There is no connection"));
    const id = ++lastId;
    unanswered.set(id, { resolve, reject });
    socket.send(JSON.stringify({ id, type, data }));
  });
}

/** A frame answers a command, or tells of something that happened. */
function received(frame) {
  const command = unanswered.get(frame.id);
  unanswered.delete(frame.id);
  if (frame.error) command?.reject(Object.assign(new Error(frame.error.message), frame.error));
  else if (frame.ok) command?.resolve(frame.ok);
  else if (frame.seq) happened(frame);
  else if (frame.type === "room.added") offer(frame.data);
}

// --- The connection: hello, and again where it was lost

/** The seq of the last event taken in, by room: what a new connection resumes from. */
const positions = {};
/** The life of the store that positions belong to. */
let epoch;
let attempts = 0;

function connect() {
  const { server, token } = Object.fromEntries(new FormData(signIn));
  socket = new WebSocket(new URL("/v1/connect", server.replace(/^http/, "ws")), "parley.v1");
  socket.onopen = () => hello(token).catch((problem) => (status.value = problem.message));
  socket.onmessage = ({ data }) => received(JSON.parse(data));
  socket.onclose = ({ code }) => lost(code);
}

async function hello(token) {
  const welcome = await request("hello", { token, resume: positions, epoch, client: "page/1.0" });
  epoch = welcome.epoch;
  attempts = 0;
  status.value = `Connected as ${welcome.user.displayName}`;
  signIn.hidden = true;
  composer.hidden = false;
  // A room whose verdict is "delta" goes on from its position; any other begins anew.
  for (const [room, verdict] of Object.entries(welcome.resume)) {
    if (verdict !== "delta") delete positions[room];
  }
  for (const room of welcome.rooms) offer(room);
  if (welcome.resume[choice.value] !== "delta") await open();
  await sendAll();
}

/** 41xx asks for another token and 42xx to stay away; after anything else the page comes back. */
function lost(code) {
  for (const { reject } of unanswered.values()) reject(new Error("The connection is lost"));
  unanswered.clear();
  if (code >= 4100 && code < 4300) {
    status.value = `Disconnected (${code}): connect with a new token`;
    signIn.hidden = false;
    return;
  }
  status.value = "Connecting again …";
  // Jitter: after a restart, a thousand pages do not come back at once.
  setTimeout(connect, Math.random() * Math.min(30_000, 500 * 2 ** attempts++));
}

// --- Rooms and messages

/** Puts a room into the choice. Where no position is known, its events follow from its head on. */
function offer({ id, name, users, head }) {
  positions[id] ??= head;
  if ([...choice.options].some(({ value }) => value === id)) return;
  choice.add(new Option(name || users.map(({ displayName }) => displayName).join(", "), id));
  choice.disabled = false;
}

/** Shows the newest messages of the chosen room. */
async function open() {
  const room = choice.value;
  list.replaceChildren();
  const { messages } = await request("message.history", { room, limit: 50 });
  if (room === choice.value) for (const message of messages) show(message);
}

/** Takes an event in, once. After a gap, a new connection resumes before it. */
function happened({ type, room, seq, by, at, data }) {
  const expected = (positions[room] ??= seq - 1) + 1;
  if (seq < expected) return;
  if (seq > expected) return socket.close();
  positions[room] = seq;
  if (type === "message.posted" && room === choice.value) show({ seq, by, at, text: data.text });
}

/** Puts a message into its place, once, whether an event or the history brought it. */
function show({ seq, by, at, text }) {
  const rows = [...list.children];
  if (rows.some((row) => row.value === seq)) return;
  const row = document.createElement("li");
  const time = document.createElement("time");
  const author = document.createElement("b");
  row.value = seq;
  time.dateTime = at;
  time.textContent = new Date(at).toTimeString().slice(0, 5);
  name(by).then((displayName) => (author.textContent = displayName));
  row.append(time, " ", author, ` ${text}`); // as text, never as HTML
  list.insertBefore(row, rows.find((other) => other.value > seq) ?? null);
  row.scrollIntoView({ block: "nearest" });
}

const names = new Map();

/** What people call a user. */
function name(user) {
  if (!names.has(user)) {
    names.set(user, request("user.get", { user }).then((reply) => reply.user.displayName));
    names.get(user).catch(() => names.delete(user)); // to be asked for again
  }
  return names.get(user).catch(() => user);
}

// --- Writing

/**
 * What is not known to be on the server's disk, by key. The key makes it safe to send a message
 * again when its answer was lost: the server gives the first answer and says nothing twice.
 */
const outbox = new Map();
let isSending = false;

/** Sends message after message, until all are answered or the connection is lost. */
async function sendAll() {
  if (isSending) return;
  isSending = true;
  for (const [key, message] of outbox) {
    try {
      await request("message.send", { key, ...message });
    } catch (problem) {
      if (problem.retry) setTimeout(sendAll, problem.retryAfterMs ?? 1000);
      if (problem.retry || !problem.code) break;
      status.value = `Not sent: ${problem.message}`;
    }
    outbox.delete(key);
  }
  isSending = false;
}

signIn.onsubmit = (event) => {
  event.preventDefault();
  connect();
};
choice.onchange = () => open().catch((problem) => (status.value = problem.message));
composer.onsubmit = (event) => {
  event.preventDefault();
  outbox.set(crypto.randomUUID(), { room: choice.value, text: composer.text.value });
  composer.reset();
  sendAll();
};
