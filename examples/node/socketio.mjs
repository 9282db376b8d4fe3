// A chat client for the terminal with the official client of Socket.IO, which knows nothing of Parley.
//
//   npm install
//   PARLEY_TOKEN=pa_… node socketio.mjs http://127.0.0.1:8080 general [polling]
//
// It shows what is said in the room from now on; each line you type is sent. What is said while the
// network is away is shown when it is back, and what you type then goes out once.

import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { io } from "socket.io-client";

const [server, roomName = "general", transport] = process.argv.slice(2);
const token = process.env.PARLEY_TOKEN;
if (!server || !token) {
  console.error("Usage: PARLEY_TOKEN=… node socketio.mjs SERVER [ROOM] [polling | websocket]");
  process.exit(2);
}

/** The room, how far we have come in it, and the life of the store that this belongs to. */
let room;
let position;
let epoch;

const socket = io(server, {
  ...(transport && { transports: [transport] }),
  // A function, so that a client that comes back says where it is then.
  auth: (tell) => tell({ token, epoch, client: "socketio-example/1.0", ...(room && { resume: { [room]: position } }) }),
});

socket.on("hello", (hello) => {
  const found = hello.rooms.find((each) => each.name === roomName);
  if (!found) return leave(`You are in no room called ${roomName}`);
  // What was missed follows by itself, unless it is too much: then we begin at the end.
  if (hello.resume[found.id] !== "delta") position = found.head;
  room = found.id;
  epoch = hello.epoch;
  console.log(`Connected as ${hello.user.displayName}, in ${roomName}`);
  for (const line of waiting.splice(0)) send(line);
});

// Every durable event moves the position on, so each must be heard, whatever it is.
socket.onAny((type, event) => {
  if (event.room !== room || !event.seq || event.seq <= position) return;
  position = event.seq;
  if (type === "message.posted") console.log(`${event.by}: ${event.data.text}`);
});

socket.on("connect_error", (error) => {
  if (!socket.active) leave(error.message); // Refused: `error.data` is the error. Else it tries again.
});
socket.on("connection.closing", ({ reason }) => console.log(reason));
socket.on("disconnect", (reason) => {
  if (reason === "io client disconnect") return; // we left
  console.log(`The connection is lost: ${reason}`);
  if (!socket.active) leave("Sign in again");
});

/** Lines typed before the first hello. */
const waiting = [];
let unanswered = 0;
let isInputOver = false;

/** While the connection is away the client keeps this, and sends it when it is back. */
function send(text) {
  unanswered++;
  // With a key, sending again what was not answered says nothing twice.
  const message = { room, key: randomUUID(), text };
  const attempt = () =>
    socket.timeout(5000).emit("message.send", message, (lost, reply) => {
      if (lost) return attempt();
      unanswered--;
      if (reply.error) console.log(`Not sent: ${reply.error.message}`);
      if (isInputOver && unanswered === 0) leave("Goodbye");
    });
  attempt();
}

createInterface({ input: process.stdin })
  .on("line", (line) => (room ? send(line) : waiting.push(line)))
  .on("close", () => {
    isInputOver = true;
    if (room && unanswered === 0) leave("Goodbye");
  });

function leave(why) {
  console.log(why);
  socket.disconnect();
  process.exit(why === "Goodbye" ? 0 : 1);
}
