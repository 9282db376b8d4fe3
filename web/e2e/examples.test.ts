import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { layCable } from "./harness/cable.ts";
import { type Pages, servePages } from "./harness/pages.ts";
import { Program } from "./harness/program.ts";
import { Stage } from "./harness/stage.ts";

const examples = new URL("../../examples/", import.meta.url);
const run = promisify(execFile);

let pages: Pages;
let stage: Stage;

beforeAll(async () => {
  pages = await servePages(new URL("browser/", examples));
  stage = await Stage.open([pages.origin]);
});
afterEach(() => stage.clear());
afterAll(async () => {
  await stage?.close();
  await pages?.close();
});

async function json(url: URL): Promise<Record<string, Record<string, string>>> {
  return JSON.parse(await readFile(url, "utf8"));
}

/** Lays a Node example where it finds this workspace's packages, of the versions that the example names. */
async function nodeExample(name: string): Promise<string> {
  const [theirs, ours] = await Promise.all([
    json(new URL("node/package.json", examples)),
    json(new URL("package.json", import.meta.url)),
  ]);
  expect(ours["devDependencies"]).toMatchObject(theirs["dependencies"] ?? {});
  const copy = fileURLToPath(new URL(`.cache/examples/${name}`, import.meta.url));
  await mkdir(new URL(".cache/examples", import.meta.url), { recursive: true });
  await copyFile(new URL(`node/${name}`, examples), copy);
  return copy;
}

test("the Node example talks in a room, and loses nothing with the network", async () => {
  const bob = await stage.person();
  await bob.signUp("Bob Kahn");
  await bob.createRoom("Workshop");
  await bob.say("said before you came");
  await bob.sees("said before you came");

  const cable = await layCable(stage.server.url);
  const ada = new Program(
    process.execPath,
    [await nodeExample("chat.mjs"), cable.url.origin, "ada.in.the.terminal", "Workshop"],
    { PARLEY_PASSWORD: "correct horse battery" },
  );
  try {
    await ada.prints("Bob Kahn: said before you came");
    ada.type("hello from the terminal");
    await bob.sees("hello from the terminal");
    await ada.prints("ada.in.the.terminal: hello from the terminal");

    cable.cut();
    await ada.prints("Connecting again");
    ada.type("typed in the dark");
    await bob.say("are you there?");
    await bob.sees("are you there?");
    expect(await bob.messages("typed in the dark").count()).toBe(0);

    cable.restore();
    await bob.sees("typed in the dark");
    await ada.prints("Bob Kahn: are you there?");
    await ada.prints("ada.in.the.terminal: typed in the dark");
    expect(await ada.finish()).toBe(0);
    const said = ada.lines.filter((line) => /^\d\d:\d\d /.test(line)).map((line) => line.slice(6));
    expect(said).toEqual([
      "Bob Kahn: said before you came",
      "ada.in.the.terminal: hello from the terminal",
      "Bob Kahn: are you there?",
      "ada.in.the.terminal: typed in the dark",
    ]);
    expect(await bob.messages("typed in the dark").count()).toBe(1);
  } finally {
    ada.kill();
    await cable.close();
  }
});

for (const transport of ["polling", "websocket"]) {
  test(`the Socket.IO example talks by ${transport}, and loses nothing with the network`, async () => {
    const bob = await stage.person();
    await bob.signUp("Bob Kahn");
    await bob.open("general");

    const cable = await layCable(stage.server.url);
    const ada = new Program(process.execPath, [await nodeExample("socketio.mjs"), cable.url.origin, "general", transport], {
      PARLEY_TOKEN: await tokenFor(`ada.by.${transport}`),
    });
    try {
      await ada.prints(`Connected as ada.by.${transport}, in general`);
      ada.type(`hello by ${transport}`);
      await bob.sees(`hello by ${transport}`);
      await ada.prints(`: hello by ${transport}`);

      cable.cut();
      await ada.prints("The connection is lost");
      ada.type(`typed in the dark by ${transport}`);
      await bob.say(`are you there, ${transport}?`);
      await bob.sees(`are you there, ${transport}?`);

      cable.restore();
      await bob.sees(`typed in the dark by ${transport}`);
      await ada.prints(`: are you there, ${transport}?`);
      await ada.prints(`: typed in the dark by ${transport}`);
      expect(await ada.finish()).toBe(0);
      expect(await bob.messages(`typed in the dark by ${transport}`).count()).toBe(1);
      expect(ada.lines.filter((line) => line.endsWith(`are you there, ${transport}?`))).toHaveLength(1);
    } finally {
      ada.kill();
      await cable.close();
    }
  });
}

test("the curl example registers, sends once and reads the room's log", async () => {
  await run("curl", ["--version"]).catch(() => {
    throw new Error("examples/curl.sh needs curl: install it, for example with 'apt-get install curl'");
  });
  const script = fileURLToPath(new URL("curl.sh", examples));
  const { stdout } = await run("sh", [script, stage.server.url.origin, "ada.at.the.shell"]);
  const answers = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  const [account, { rooms }, sent, repeated, history, log, signedOut] = answers;
  expect(account).toMatchObject({ user: { username: "ada.at.the.shell" }, accessToken: "…" });
  expect(rooms).toMatchObject([{ name: "general", role: expect.any(String) }]);
  expect(repeated).toEqual({ ...sent, duplicate: true });
  const message = { seq: sent.seq, by: account.user.id };
  const key = "ada.at.the.shell-1";
  expect(history.messages.at(-1)).toMatchObject({ ...message, text: "Hello from **curl**", key });
  expect(log.events).toMatchObject([
    { type: "message.posted", ...message, data: { text: "Hello from **curl**", key } },
  ]);
  expect(signedOut).toEqual({});

  const again = run("sh", [script, stage.server.url.origin, "ada.at.the.shell"]);
  await expect(again).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("This name is taken") });
});

test("the plain page of another origin talks in a room, and loses nothing with the network", async () => {
  const [ada, bob] = await Promise.all([stage.person(), stage.person()]);
  await bob.signUp("Bob Kahn");
  await bob.open("general");
  await bob.say("said before you came");
  await bob.sees("said before you came");

  const { page, cable } = ada;
  await page.goto(`${pages.origin}/`);
  await page.getByLabel("Server").fill(cable.url.origin);
  await page.getByLabel("Access token").fill(await tokenFor("ada.on.a.page"));
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByText("Connected as ada.on.a.page").waitFor();
  const messages = page.getByRole("list", { name: "Messages" });
  await messages.getByText("Bob Kahn said before you came").waitFor();

  const say = async (text: string) => {
    await page.getByLabel("Message", { exact: true }).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
  };
  await say("hello from <b>another</b> origin");
  await bob.sees("hello from <b>another</b> origin");
  await messages.getByText("ada.on.a.page hello from <b>another</b> origin").waitFor();

  cable.cut();
  await page.getByText("Connecting again").waitFor();
  await say("written in the dark");
  await bob.say("are you there?");
  await bob.sees("are you there?");
  cable.restore();
  await bob.sees("written in the dark");
  await messages.getByText("written in the dark").waitFor();
  await messages.getByText("are you there?").waitFor();
  const rows = await messages.getByRole("listitem").allInnerTexts();
  expect(rows.slice(-4).map((row) => row.slice("13:47 ".length))).toEqual([
    "Bob Kahn said before you came",
    "ada.on.a.page hello from <b>another</b> origin",
    "Bob Kahn are you there?",
    "ada.on.a.page written in the dark",
  ]);
  expect(rows.filter((row) => row.includes("written in the dark"))).toHaveLength(1);
  expect(ada.complaints).toEqual([]);
});

/** What the page's own back end would do: sign in, and hand the access token to the page. */
async function tokenFor(username: string): Promise<string> {
  const response = await fetch(new URL("/v1/accounts", stage.server.url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: "correct horse battery" }),
  });
  const { accessToken } = (await response.json()) as { accessToken: string };
  return accessToken;
}
