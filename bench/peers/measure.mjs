// Roughly how fast and how large each peer is, with clients in one Node process beside it:
//
//   node measure.mjs [SECONDS]
//
// A sender has one message in flight. Each message goes to its sender and to one receiver.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PeerProcess, whyUnavailable } from "./client/process.mjs";
import { Person as SocketIoPerson } from "./client/socketio.mjs";
import { Person as WebSocketPerson } from "./client/ws.mjs";

const SECONDS = Number(process.argv[2] ?? 5);
const WARM_UP_MS = 2000;
const TEXT = "x".repeat(200);
const IDLE = 1000;
const TICKS_A_SECOND = 100;

for (const [name, ...variant] of [["ws"], ["uws"], ["socketio"], ["socketio", "--batch"]]) {
  const unavailable = name === "uws" && (await whyUnavailable(name));
  if (unavailable) {
    console.log(`${name}: ${unavailable}`);
    continue;
  }
  const connect = name === "socketio" ? socketIoSenders : webSocketSenders;
  for (const count of [1, 100]) {
    await withPeer([name, ...variant], (peer) => measureRate(peer, connect, count));
  }
  await withPeer([name, ...variant], (peer) => measureIdle(peer, name));
}

async function withPeer([name, ...variant], use) {
  const data = mkdtempSync(join(tmpdir(), "parley-peer-"));
  const peer = await PeerProcess.start(name, "--data", data, ...variant);
  console.log(`${[name, ...variant].join(" ")}: ${await use(peer)}`);
  await peer.stop();
  rmSync(data, { recursive: true });
}

async function measureRate(peer, connect, count) {
  const senders = await connect(peer, count);
  let sent = 0;
  const end = new AbortController();
  const work = senders.map(async (send, index) => {
    for (let n = 0; !end.signal.aborted; n++) {
      await send(`${index}-${n}`);
      sent++;
    }
  });
  await delay(WARM_UP_MS);
  const before = { sent, cpu: cpuSeconds(peer), at: performance.now() };
  await delay(SECONDS * 1000);
  const messages = sent - before.sent;
  const seconds = (performance.now() - before.at) / 1000;
  const cpu = cpuSeconds(peer) - before.cpu;
  end.abort();
  await Promise.all(work);
  return `${count} sender${count > 1 ? "s" : ""}: ${Math.round(messages / seconds)} messages/s, ` +
    `${Math.round((cpu / messages) * 1e6)} µs CPU a message`;
}

/** Each sender is in a room of its own, and the receiver in all. */
async function socketIoSenders(peer, count) {
  const rooms = Array.from({ length: count }, (_, index) => `r${index}`);
  await SocketIoPerson.connect(peer, { user: "receiver", rooms });
  return Promise.all(
    rooms.map(async (room, index) => {
      const sender = await SocketIoPerson.connect(peer, { user: `u${index}`, rooms: [room] });
      return (key) => sender.send(room, key, TEXT);
    }),
  );
}

/** There is but one room: the senders share one connection, and have one message in flight each. */
async function webSocketSenders(peer, count) {
  await WebSocketPerson.connect(peer, () => {});
  const waiting = new Map();
  const sender = await WebSocketPerson.connect(peer, ({ data }) => {
    waiting.get(data.key)();
    waiting.delete(data.key);
  });
  return Array.from({ length: count }, () => (key) =>
    new Promise((resolve) => {
      waiting.set(key, resolve);
      sender.send(key, TEXT);
    }),
  );
}

async function measureIdle(peer, name) {
  const before = residentKiB(peer);
  for (let n = 0; n < IDLE; n += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => connectIdle(peer, name, n + index)));
  }
  await delay(2000);
  const after = residentKiB(peer);
  return `${IDLE} idle: RSS ${Math.round(before / 1024)} MiB before, ${Math.round(after / 1024)} MiB after, ` +
    `${((after - before) / IDLE).toFixed(1)} KiB each`;
}

function connectIdle(peer, name, n) {
  return name === "socketio"
    ? SocketIoPerson.connect(peer, { user: `u${n}`, rooms: ["r1"] })
    : WebSocketPerson.connect(peer);
}

/** User and system time of the process so far. */
function cpuSeconds(peer) {
  const fields = readFileSync(`/proc/${peer.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

function residentKiB(peer) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${peer.pid}/status`, "utf8"))[1]);
}
