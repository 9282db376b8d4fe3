import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Cable, layCable } from "./harness/cable.ts";
import { type Server, startServer } from "./harness/server.ts";

/** An event as Socket.IO brings it. */
interface Posted {
  readonly room: string;
  readonly seq: number;
  readonly data: { readonly text: string };
}

interface Hello {
  readonly user: { readonly username: string };
  readonly epoch: string;
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly head: number }[];
  readonly resume: Readonly<Record<string, string>>;
}

type Reply = { readonly ok: { readonly seq: number } } | { readonly error: { readonly code: string } };

const ways = [["websocket"], ["polling"], ["polling", "websocket"]];

let server: Server;
const sockets: Socket[] = [];
const cables: Cable[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await Promise.all(cables.splice(0).map((cable) => cable.close()));
});
afterAll(() => server?.stop());

async function register(): Promise<{ readonly accessToken: string; readonly session: string }> {
  const response = await fetch(new URL("/v1/accounts", server.url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: `io-${randomUUID().slice(0, 8)}`, password: "correct horse battery" }),
  });
  return (await response.json()) as { accessToken: string; session: string };
}

/** An official client as it is, which says how far it has come each time that it connects. */
class Member {
  readonly socket: Socket;
  readonly posted: Posted[] = [];
  readonly hellos: Hello[] = [];
  room = "";

  constructor(url: URL, token: string, transports: string[]) {
    this.socket = io(url.origin, {
      transports,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      auth: (tell) => tell({ token, resume: this.#position(), epoch: this.hellos.at(-1)?.epoch }),
    });
    sockets.push(this.socket);
    this.socket.on("message.posted", (event: Posted) => this.posted.push(event));
    this.socket.on("hello", (hello: Hello) => {
      this.hellos.push(hello);
      this.room = hello.rooms[0]?.id ?? "";
    });
  }

  #position(): Record<string, number> {
    const last = this.posted.at(-1);
    return last === undefined ? {} : { [last.room]: last.seq };
  }

  get seqs(): number[] {
    return this.posted.map((event) => event.seq);
  }

  async say(text: string): Promise<number> {
    const reply: Reply = await this.socket.emitWithAck("message.send", { room: this.room, key: randomUUID(), text });
    if ("error" in reply) throw new Error(reply.error.code);
    return reply.ok.seq;
  }

  async greeted(times = 1): Promise<void> {
    await expect.poll(() => this.hellos.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(times);
  }

  async hears(seqs: readonly number[]): Promise<void> {
    await expect.poll(() => this.seqs, { timeout: 30_000 }).toEqual(seqs);
  }
}

/** A client in the language itself: the seqs that it hears. */
async function nativeSeqs(token: string): Promise<number[]> {
  const seqs: number[] = [];
  const socket = new WebSocket(new URL("/v1/connect", server.url.href.replace(/^http/, "ws")), "parley.v1");
  await new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("open", () => socket.send(JSON.stringify({ id: 1, type: "hello", data: { token } })));
    socket.on("message", (text) => {
      const frame = JSON.parse(String(text)) as { id?: number; type?: string; seq: number };
      if (frame.id === 1) resolve(undefined);
      if (frame.type === "message.posted") seqs.push(frame.seq);
    });
  });
  return seqs;
}

test("clients of all transports and of the language itself see the same seqs in one room", async () => {
  const { accessToken } = await register();
  const members = ways.map((transports) => new Member(server.url, accessToken, transports));
  await Promise.all(members.map((member) => member.greeted()));
  const native = await nativeSeqs(accessToken);
  const said: number[] = [];
  for (let i = 0; i < 20; i++) {
    for (const member of members) said.push(await member.say(`number ${i} <b>κόσμε</b> 😀`));
  }
  for (const member of members) await member.hears(said);
  await expect.poll(() => native, { timeout: 30_000 }).toEqual(said);
  expect(members.map((member) => member.socket.io.engine.transport.name)).toEqual([
    "websocket",
    "polling",
    "websocket",
  ]);
  expect(Object.keys(members[0]?.posted[0] ?? {})).toEqual(["room", "seq", "at", "by", "data"]);
});

test.each(ways.map((transports) => ({ name: transports.join(", then "), transports })))(
  "a client by $name finds a killed server again and has missed nothing",
  async ({ transports }) => {
    const { accessToken } = await register();
    const cable = await layCable(server.url);
    cables.push(cable);
    const member = new Member(cable.url, accessToken, transports);
    const writer = new Member(server.url, accessToken, ["websocket"]);
    await Promise.all([member.greeted(), writer.greeted()]);
    const said = [await member.say("before"), await writer.say("before, too")];
    await member.hears(said);

    cable.cut();
    await server.killAndStartAgain();
    await writer.greeted(2);
    for (let i = 0; i < 50; i++) said.push(await writer.say(`while you were away ${i}`));
    cable.restore();
    await member.greeted(2);
    said.push(await member.say("back"));

    await member.hears(said);
    expect(member.hellos.at(-1)?.resume).toEqual({ [member.room]: "delta" });
  },
);

test("a token that is not valid is a connect_error, and the client does not come back by itself", async () => {
  for (const transports of ways) {
    const socket = io(server.url.origin, { transports, forceNew: true, auth: { token: "pa_nobody" } });
    sockets.push(socket);
    const error = await new Promise<Error & { data?: unknown }>((resolve) => socket.once("connect_error", resolve));
    expect(error.message).toBe("The token is not valid: sign in again");
    expect(error.data).toMatchObject({ code: "unauthenticated", field: "token", retry: false });
    expect(socket.active).toBe(false);
  }
});

test("a session that was revoked is told so, and its client stays away", async () => {
  for (const transports of ways) {
    const { accessToken } = await register();
    const member = new Member(server.url, accessToken, transports);
    const reasons: string[] = [];
    const closing: unknown[] = [];
    member.socket.on("disconnect", (reason) => reasons.push(reason));
    member.socket.on("connection.closing", (why) => closing.push(why));
    await member.greeted();
    await fetch(new URL("/v1/sessions/current", server.url), {
      method: "DELETE",
      headers: { authorization: `Bearer ${accessToken}` },
    });
    await expect.poll(() => reasons, { timeout: 30_000 }).toEqual(["io server disconnect"]);
    expect(closing).toEqual([{ code: 4102, reason: "The session was ended" }]);
    expect(member.socket.active).toBe(false);
  }
});

test("a namespace that is not there and a command that is refused say so", async () => {
  const { accessToken } = await register();
  const other = io(`${server.url.origin}/other`, { forceNew: true, auth: { token: accessToken } });
  sockets.push(other);
  const error = await new Promise<Error>((resolve) => other.once("connect_error", resolve));
  expect(error.message).toBe("Invalid namespace");

  const member = new Member(server.url, accessToken, ["websocket"]);
  await member.greeted();
  expect(await member.socket.emitWithAck("room.get", { room: "rnone" })).toMatchObject({
    error: { code: "not_found" },
  });
  const refused = new Promise((resolve) => member.socket.once("command.refused", resolve));
  member.socket.emit("room.get", { room: "rnone" }, new Uint8Array([1, 2, 3]));
  expect(await refused).toMatchObject({ code: "bad_request" });
});
