// A bot that repeats what it is told: "@loom hello" is answered with "hello".
//
//   PARLEY_KEY=pb_… node echo-bot.mjs http://127.0.0.1:8080
//
// It hears every room that it is in. chat.mjs beside it shows how to reconnect and resume.
import { randomUUID } from "node:crypto";
import process from "node:process";
import WebSocket from "ws";

const server = process.argv[2] ?? "http://127.0.0.1:8080";
const socket = new WebSocket(`${server.replace(/^http/, "ws")}/v1/connect`, "parley.v1");
let me;
let lastId = 0;

function send(type, data) {
  lastId += 1;
  socket.send(JSON.stringify({ id: lastId, type, data }));
}

socket.on("open", () => send("hello", { token: process.env.PARLEY_KEY ?? "" }));
socket.on("close", (code, reason) => console.log(`closed: ${code} ${reason}`));
socket.on("message", (text) => {
  const message = JSON.parse(text);
  if (message.id === 1) {
    me = message.ok.user;
    console.log(`${me.username} is here`);
  }
  if (message.error) console.error(message.error.message);
  const said = message.type === "message.posted" ? message.data.text : "";
  if (said.startsWith(`@${me?.username} `) && message.by !== me.id) {
    const answer = said.slice(me.username.length + 2);
    send("message.send", { room: message.room, key: randomUUID(), text: answer });
  }
});

// Node keeps the connection alive, and this its session.
setInterval(() => socket.readyState === WebSocket.OPEN && send("ping", {}), 20_000);
