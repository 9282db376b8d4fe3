import { expect, test } from "vitest";
import { roomIn, World } from "./fake/world.ts";

/** Ada in a room, at a server that answers these commands with these answers. */
async function office(answers: Readonly<Record<string, object>>) {
  const world = new World();
  world.server.room("r1", ["ada", "bob"]);
  world.server.plays = (type) => answers[type];
  const ada = world.chat("ada");
  await world.flow();
  const asked = () => world.server.commands.filter(({ type }) => type in answers);
  return { world, ada, asked };
}

test("reports are made, listed and resolved, and how many are open is told", async () => {
  const report = { id: 7, target: 3, by: "cleo", reason: "spam", at: "2026-01-01T00:00:00.000Z" };
  const { world, ada, asked } = await office({
    "message.report": {},
    "report.list": { reports: [report], more: false },
    "report.resolve": {},
  });
  const listed = ada.reports("r1", { after: 3 });
  void ada.reportMessage("r1", 3, "spam");
  void ada.resolveReport("r1", 7);
  await world.flow();
  expect(await listed).toEqual({ reports: [report], more: false });
  expect(asked()).toEqual([
    { type: "report.list", data: { room: "r1", after: 3 } },
    { type: "message.report", data: { room: "r1", target: 3, reason: "spam" } },
    { type: "report.resolve", data: { room: "r1", report: 7 } },
  ]);
  world.server.tell("ada", { type: "room.reported", room: "r1", data: { open: 2 } });
  await world.flow();
  expect(roomIn(ada, "r1").openReports).toBe(2);
});

test("whoever a bot's answer names is known", async () => {
  const robot = { id: "robot", username: "robot", displayName: "Robot", bot: true };
  const { world, ada } = await office({ "bot.create": { user: robot, apiKey: "key" }, "bot.list": { bots: [robot] } });
  const made = ada.createBot({ username: "robot", displayName: "Robot" });
  const bots = ada.bots();
  await world.flow();
  expect((await made).apiKey).toBe("key");
  expect(await bots).toEqual([robot]);
  expect(ada.state.users.get("robot")).toEqual(robot);
});

test("webhooks go both ways", async () => {
  const hook = { id: "h1", room: "r1", name: "CI", by: "ada", at: "2026-01-01T00:00:00.000Z" };
  const { world, ada, asked } = await office({
    "hook.create": { hook, path: "/v1/hooks/h1/secret" },
    "outgoing.create": { outgoing: { id: 4 }, secret: "whsec" },
    "outgoing.delete": {},
  });
  const made = ada.createHook("r1", "CI");
  const told = ada.createOutgoing("r1", { url: "https://ci.example", keywords: ["!"] });
  void ada.deleteOutgoing("r1", 4);
  await world.flow();
  expect((await made).path).toBe("/v1/hooks/h1/secret");
  expect((await told).secret).toBe("whsec");
  expect(asked().map(({ data }) => data)).toEqual([
    { room: "r1", name: "CI" },
    { room: "r1", url: "https://ci.example", keywords: ["!"] },
    { room: "r1", outgoing: 4 },
  ]);
});

test("a slash command is run under a key of its own", async () => {
  const command = { room: "r1", name: "weave", description: "", bot: "b1", by: "bob", at: "2026-01-01T00:00:00.000Z" };
  const { world, ada, asked } = await office({
    "slash.create": { command, secret: "whsec" },
    "slash.list": { commands: [command] },
    "slash.run": { text: "Woven" },
    "slash.delete": {},
  });
  const made = ada.createSlashCommand("r1", { name: "weave", url: "https://mill.example" });
  const listed = ada.slashCommands("r1");
  const run = ada.runSlashCommand("r1", "weave", "7");
  void ada.deleteSlashCommand("r1", "weave");
  await world.flow();
  expect((await made).secret).toBe("whsec");
  expect(await listed).toEqual([command]);
  expect(await run).toEqual({ text: "Woven" });
  expect(asked().map(({ data }) => data)).toEqual([
    { room: "r1", name: "weave", url: "https://mill.example" },
    { room: "r1" },
    { room: "r1", name: "weave", text: "7", key: expect.any(String) },
    { room: "r1", name: "weave" },
  ]);
});
