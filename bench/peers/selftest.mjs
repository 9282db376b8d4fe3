// Starts each peer as the load generator does, and talks to it with the official clients.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, describe, test } from "node:test";
import Database from "better-sqlite3";
import { PeerProcess, whyUnavailable } from "./client/process.mjs";
import { Person as SocketIoPerson } from "./client/socketio.mjs";
import { Person as WebSocketPerson } from "./client/ws.mjs";
import { Store } from "./socketio/store.mjs";

const COUNT = 100;
const TIMEOUT = { timeout: 60_000 };
const seqs = (events) => events.map(({ seq }) => seq);
const numbers = (count) => Array.from({ length: count }, (_, index) => index + 1);

afterEach(() => PeerProcess.killAll());

for (const name of ["ws", "uws"]) {
  const unavailable = await whyUnavailable(name);
  describe(name, TIMEOUT, () => {
    if (unavailable === undefined) storesNothing(name);
    else test("says why it cannot run", () => assert.match(unavailable, /^unavailable: .+/));
  });
}
describe("socketio", TIMEOUT, () => storesEverything([]));
describe("socketio --batch", TIMEOUT, () => storesEverything(["--batch"]));

function storesNothing(name) {
  test("everyone gets every message, in one order, the sender too", async () => {
    const peer = await PeerProcess.start(name, "--data", tmpdir());
    const [ada, bob] = [await WebSocketPerson.connect(peer), await WebSocketPerson.connect(peer)];
    for (const n of numbers(COUNT)) (n % 2 ? ada : bob).send(`k${n}`, `text ${n}`);
    const [first, second] = [await ada.received(COUNT), await bob.received(COUNT)];

    assert.deepEqual(first, second);
    assert.deepEqual(seqs(first), numbers(COUNT));
    for (const { type, at, by, data } of first) {
      const n = Number(data.key.slice(1));
      assert.deepEqual({ type, by, data }, {
        type: "message",
        by: n % 2 ? "u1" : "u2",
        data: { text: `text ${n}`, key: `k${n}` },
      });
      assert.equal(new Date(at).toISOString(), at);
    }
    assert.equal(new Set(first.map(({ data }) => data.key)).size, COUNT);
    ada.close();
    bob.close();
    assert.equal(await peer.stop(), 0);
  });

  test("a frame that is not an object closes its connection, and no other", async () => {
    const peer = await PeerProcess.start(name);
    const [ada, bob] = [await WebSocketPerson.connect(peer), await WebSocketPerson.connect(peer)];
    const closed = ada.closed();
    ada.sendRaw("{");
    assert.equal(await closed, 1007);
    bob.send("k1", "still here");
    const [event] = await bob.received(1);
    assert.equal(event.data.text, "still here");
    bob.close();
    assert.equal(await peer.stop(), 0);
  });
}

function storesEverything(variant) {
  const directories = [];
  after(() => directories.forEach((directory) => rmSync(directory, { recursive: true })));

  function newDirectory() {
    const directory = mkdtempSync(join(tmpdir(), "parley-peer-"));
    directories.push(directory);
    return directory;
  }

  const start = (directory = newDirectory()) =>
    PeerProcess.start("socketio", "--data", directory, ...variant);
  const ada = { user: "ada", rooms: ["r1"] };
  const bob = { user: "bob", rooms: ["r1", "r2"] };

  for (const transport of ["websocket", "polling"]) {
    test(`over ${transport}, what is acknowledged reaches everyone in one order`, async () => {
      const peer = await start();
      const sender = await SocketIoPerson.connect(peer, ada, [transport]);
      const receiver = await SocketIoPerson.connect(peer, bob, [transport]);
      const acks = await Promise.all(numbers(COUNT).map((n) => sender.send("r1", `k${n}`, `text ${n}`)));

      assert.deepEqual(acks.map(({ ok }) => ok.seq), numbers(COUNT));
      const expected = acks.map(({ ok }, index) => ({
        room: "r1",
        seq: ok.seq,
        at: ok.at,
        by: "ada",
        data: { text: `text ${index + 1}`, key: `k${index + 1}` },
      }));
      assert.deepEqual(await receiver.received(COUNT), expected);
      assert.deepEqual(await sender.received(COUNT), expected);
      assert.deepEqual((await history(peer, "?limit=200")).messages, expected);
      sender.close();
      receiver.close();
      assert.equal(await peer.stop(), 0);
    });
  }

  test("a retry answers the first place and is sent to nobody", async () => {
    const peer = await start();
    const sender = await SocketIoPerson.connect(peer, ada);
    const first = await sender.send("r1", "k", "once");
    const together = await Promise.all(numbers(3).map(() => sender.send("r1", "k", "twice")));
    for (const { ok } of together) assert.deepEqual(ok, { ...first.ok, duplicate: true });

    const other = await SocketIoPerson.connect(peer, bob);
    assert.deepEqual((await other.send("r1", "k", "bob's own key")).ok.seq, 2);
    assert.deepEqual((await other.send("r2", "k2", "another room")).ok.seq, 1);
    const [one, two] = await sender.received(2);
    assert.deepEqual([one.data.text, two.data.text], ["once", "bob's own key"]);
    sender.close();
    other.close();
    await peer.stop();
  });

  test("a page of history ends before a seq and says whether there is more", async () => {
    const peer = await start();
    const sender = await SocketIoPerson.connect(peer, ada);
    await Promise.all(numbers(COUNT).map((n) => sender.send("r1", `k${n}`, "x")));

    const last = await history(peer);
    assert.deepEqual(seqs(last.messages), numbers(COUNT).slice(50));
    assert.equal(last.more, true);
    const first = await history(peer, "?before=11&limit=10");
    assert.deepEqual(seqs(first.messages), numbers(10));
    assert.equal(first.more, false);
    for (const query of ["?before=-1", "?before=x", "?limit=0", "?limit=201"]) {
      const refused = await history(peer, query);
      assert.equal(refused.status, 400);
      assert.equal(refused.error.code, "bad_request");
    }
    sender.close();
    await peer.stop();
  });

  test("what was missed comes first and in order, while others go on sending", async () => {
    const peer = await start();
    const sender = await SocketIoPerson.connect(peer, ada);
    await Promise.all(numbers(COUNT).map((n) => sender.send("r1", `k${n}`, "x")));
    const more = numbers(COUNT).map((n) => sender.send("r1", `more${n}`, "x"));
    const back = await SocketIoPerson.connect(peer, { ...bob, resume: { r1: 42 } });
    await Promise.all(more);

    const received = await back.received(2 * COUNT - 42);
    assert.deepEqual(seqs(received), numbers(2 * COUNT).slice(42));
    sender.close();
    back.close();
    await peer.stop();
  });

  test("bad input is refused, and says what is wrong", async () => {
    const peer = await start();
    const sender = await SocketIoPerson.connect(peer, ada);
    const bad = [
      ["send", { room: "r2", key: "k", text: "not in r2" }, /room/],
      ["send", { room: "r1", key: "", text: "x" }, /key/],
      ["send", { room: "r1", key: "k", text: 5 }, /text/],
      ["send", null, /object/],
      ["typing", { room: "r1", active: "yes" }, /active/],
      ["read", { room: "r1", seq: -1 }, /seq/],
    ];
    for (const [name, data, message] of bad) {
      const { error } = await sender.ask(name, data);
      assert.equal(error.code, "bad_request");
      assert.match(error.message, message);
    }
    for (const auth of [{}, { user: "x" }, { user: "x", rooms: [], resume: { r1: 1 } }]) {
      await assert.rejects(
        SocketIoPerson.connect(peer, auth),
        ({ data }) => data.code === "bad_request",
      );
    }
    sender.close();
    await peer.stop();
  });

  test("who is too far behind is told to load the history", async () => {
    const directory = newDirectory();
    const store = new Store(join(directory, "chat.db"));
    store.transaction(() => {
      for (const n of numbers(10_001)) {
        store.append({ room: "r1", key: `k${n}`, text: "x", by: "ada", at: 0 });
      }
    });
    store.close();
    const peer = await start(directory);
    const near = await SocketIoPerson.connect(peer, { ...ada, resume: { r1: 1 } });
    const far = await SocketIoPerson.connect(peer, { ...bob, resume: { r1: 0 } });

    assert.deepEqual(await far.events("reset", 1), [{ room: "r1" }]);
    const received = await near.received(10_000);
    assert.deepEqual(seqs(received), numbers(10_001).slice(1));
    assert.equal((await far.send("r1", "new", "x")).ok.seq, 10_002);
    assert.deepEqual(seqs(await far.received(1)), [10_002]);
    near.close();
    far.close();
    await peer.stop();
  });

  test("typing reaches the others; reading is kept, and never moves back", async () => {
    const directory = newDirectory();
    const peer = await start(directory);
    const [one, two] = [await SocketIoPerson.connect(peer, ada), await SocketIoPerson.connect(peer, bob)];
    await one.ask("typing", { room: "r1", active: true });
    assert.deepEqual(await two.events("typing", 1), [{ room: "r1", user: "ada", active: true }]);
    for (const seq of [7, 3]) {
      assert.deepEqual(await one.ask("read", { room: "r1", seq }), { ok: {} });
    }
    assert.deepEqual(await (await fetch(`${peer.http}/healthz`)).json(), { ok: true });
    one.close();
    two.close();
    await peer.stop();
    const database = new Database(join(directory, "chat.db"));
    assert.deepEqual(database.prepare("SELECT user, room, seq FROM read_position").all(), [
      { user: "ada", room: "r1", seq: 7 },
    ]);
    database.close();
  });

  test("what was acknowledged is there after a kill, and a retry of everything fills the rest", async () => {
    const directory = newDirectory();
    const killed = await start(directory);
    const sender = await SocketIoPerson.connect(killed, ada);
    const acknowledged = await sendUntil(COUNT, sender, 10 * COUNT);
    await killed.kill();
    sender.close();
    assert.ok(acknowledged.size >= COUNT);

    const peer = await start(directory);
    const back = await SocketIoPerson.connect(peer, { ...ada, resume: { r1: 0 } });
    const kept = await back.received(acknowledged.size);
    const places = new Map(kept.map(({ seq, at, data }) => [data.key, { seq, at }]));
    for (const [key, ok] of acknowledged) assert.deepEqual(places.get(key), ok);
    const retries = await Promise.all(
      numbers(10 * COUNT).map((n) => back.send("r1", `k${n}`, `text ${n}`)),
    );
    retries.forEach(({ ok }, index) => {
      assert.equal(ok.seq, index + 1);
      if (acknowledged.has(`k${index + 1}`)) assert.equal(ok.duplicate, true);
    });
    const all = await back.received(10 * COUNT);
    assert.deepEqual(seqs(all), numbers(10 * COUNT));
    assert.deepEqual(all.map(({ data }) => data.key), numbers(10 * COUNT).map((n) => `k${n}`));
    back.close();
    await peer.stop();
  });
}

async function history(peer, query = "") {
  const response = await fetch(`${peer.http}/rooms/r1/messages${query}`);
  return { status: response.status, ...(await response.json()) };
}

/**
 * Sends so many messages to `r1` at once, and waits for the first acknowledgements.
 *
 * @returns what was acknowledged, by key; more may be added
 */
function sendUntil(enough, sender, count) {
  const acknowledged = new Map();
  return new Promise((resolve) => {
    for (const n of numbers(count)) {
      const sent = sender.send("r1", `k${n}`, `text ${n}`).then(({ ok }) => {
        acknowledged.set(`k${n}`, ok);
        return acknowledged.size === enough && resolve(acknowledged);
      });
      sent.catch(() => "the peer was killed before it answered");
    }
  });
}
