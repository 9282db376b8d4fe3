import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Guest } from "./harness/guest.ts";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

async function details(person: Person) {
  await person.page.getByRole("button", { name: "Room details" }).click();
  return person.page.getByRole("complementary", { name: "Room details" });
}

test("how somebody is shows beside their name, and in their own words", async () => {
  const { ada, bob } = await stage.pairIn("Lighthouse");
  await ada.openDirect(bob);
  const row = ada.conversations.getByRole("link", { name: "Bob Kahn" });
  await row.getByText("online,").waitFor({ state: "attached" });

  await bob.conversations.getByRole("button", { name: "change your status" }).click();
  const dialog = bob.page.getByRole("dialog", { name: "Your status" });
  await dialog.getByRole("radio", { name: "Away" }).check();
  await dialog.getByLabel("In a few words").fill("At lunch");
  await dialog.getByRole("button", { name: "Choose an emoji" }).click();
  await dialog.getByRole("searchbox", { name: "Search emoji" }).fill("steaming bowl");
  await dialog.getByRole("button", { name: /steaming bowl/ }).first().click();
  await dialog.getByRole("radio", { name: "30 min" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await row.getByText("away,").waitFor({ state: "attached" });
  await row.getByText("🍜 At lunch").waitFor();
  await bob.conversations.getByText("🍜 At lunch").waitFor();

  ada.cable.cut();
  ada.cable.restore();
  await bob.conversations.getByRole("button", { name: "change your status" }).click();
  await dialog.getByRole("button", { name: "Clear now" }).click();
  await row.getByText("online,").waitFor({ state: "attached", timeout: 60_000 });
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("a room says how many are in it, and how many of them are here", async () => {
  const { ada, bob } = await stage.pairIn("Quay");
  await Promise.all([ada, bob].map(({ page }) => page.getByText("2 of 2 here", { exact: true }).waitFor()));
  await bob.conversations.getByRole("button", { name: "change your status" }).click();
  const dialog = bob.page.getByRole("dialog", { name: "Your status" });
  await dialog.getByRole("radio", { name: "Invisible" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await ada.page.getByText("1 of 2 here", { exact: true }).waitFor();
  await bob.page.getByText("2 of 2 here", { exact: true }).waitFor();
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("owners give roles, ban, and lift bans; members are not offered that", async () => {
  const { ada, bob } = await stage.pairIn("Harbour office");
  const [adas, bobs] = [await details(ada), await details(bob)];
  await bobs.getByText("Ada Lovelace").waitFor();
  expect(await bobs.getByRole("button", { name: "Manage Ada Lovelace" }).count()).toBe(0);
  expect(await bobs.getByRole("button", { name: "Edit" }).count()).toBe(0);

  await adas.getByRole("button", { name: "Manage Bob Kahn" }).click();
  await adas.getByRole("button", { name: "Make moderator" }).click();
  await adas.getByText("moderator", { exact: true }).waitFor();
  await bobs.getByRole("button", { name: "Edit" }).waitFor();

  await adas.getByRole("button", { name: "Manage Bob Kahn" }).click();
  await adas.getByRole("button", { name: "Ban", exact: true }).click();
  await adas.getByRole("button", { name: "Yes, ban" }).click();
  await bob.page.getByRole("heading", { name: "This room is not here" }).waitFor();
  await adas.getByRole("button", { name: "Lift ban of Bob Kahn" }).click();
  await adas.getByRole("button", { name: "Lift ban of Bob Kahn" }).waitFor({ state: "detached" });
  await bob.joinRoom("Harbour office");
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("who is muted sees until when in the place of the box, and writes again when that is over", async () => {
  const { ada, bob } = await stage.pairIn("Quiet carriage");
  const panel = await details(ada);
  await bob.composer.fill("I was about to say");
  await panel.getByRole("button", { name: "Manage Bob Kahn" }).click();
  await panel.getByRole("button", { name: "Mute for 1 h" }).click();
  await bob.page.getByText(/^You are muted until (\d.*, )?\d\d:\d\d\. /).waitFor();
  expect(await bob.composer.count()).toBe(0);
  await panel.getByRole("button", { name: "Manage Bob Kahn" }).click();
  await panel.getByRole("button", { name: "Let write again" }).click();
  await bob.composer.waitFor();
  expect(await bob.composer.inputValue()).toBe("I was about to say");
  await bob.composer.press("Enter");
  await ada.sees("I was about to say");
  await panel.getByRole("button", { name: "Manage Bob Kahn" }).click();
  await panel.getByRole("button", { name: "Mute for 1 day" }).click();
  await bob.page.getByText(/^You are muted until /).waitFor();
  await bob.page.reload();
  await bob.page.getByText(/^You are muted until /).waitFor();
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("a refusal stands at the field, and what is set shows", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.createRoom("Tide tables");
  const panel = await details(ada);
  await panel.getByRole("button", { name: "Edit" }).click();
  const alias = panel.getByLabel("Short name in addresses");
  await alias.fill("Not an alias!");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => alias.getAttribute("aria-invalid")).toBe("true");
  await alias.fill(`tides-${process.pid}`);
  await panel.getByRole("radio", { name: "1 min" }).check();
  await panel.getByRole("button", { name: "Save" }).click();
  await panel.getByText("one message in 60 s").waitFor();

  const nothing = panel.getByRole("radio", { name: "Nothing" });
  await nothing.click();
  await expect.poll(() => nothing.isChecked()).toBe(true);
  expect(ada.complaints).toEqual([]);
});

test("an invite leads through the sign-in into the room, until it is taken back", async () => {
  const [ada, bob] = await Promise.all([stage.person(), stage.person()]);
  await ada.signUp("Ada Lovelace");
  await ada.createRoom("Quay 9");
  const panel = await details(ada);
  await panel.getByRole("button", { name: "New link" }).click();
  await panel.getByRole("button", { name: "Create link" }).click();
  const link = await panel.getByText(/\/invites\//).innerText();

  const username = `guest.${process.pid}`;
  await Guest.register(stage.server.url, username, "Bob Kahn");
  const { pathname } = new URL(link);
  await bob.page.goto(pathname);
  await bob.page.getByLabel("Username").fill(username);
  await bob.page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await bob.page.getByRole("button", { name: "Sign in" }).click();
  await bob.page.getByRole("heading", { name: "Quay 9", level: 1 }).waitFor();

  await panel.getByRole("button", { name: /^Take the link/ }).click();
  await panel.getByText(/\/invites\//).waitFor({ state: "detached" });
  const cleo = await stage.person();
  await cleo.signUp("Cleo Marsh");
  await cleo.page.goto(pathname);
  await cleo.page.getByRole("heading", { name: "This invite leads nowhere" }).waitFor();
  expect([...ada.complaints, ...bob.complaints, ...cleo.complaints]).toEqual([]);
});

test("a sender sees how far a message has come, and a room who has read it", async () => {
  const { ada, bob } = await stage.pairIn("Signal tower");
  await ada.say("Fog at four");
  await bob.sees("Fog at four");
  await ada.page.getByText("Read by 1").waitFor();
  await ada.openDirect(bob);
  await ada.say("Are you up there?");
  await ada.page.getByText("Delivered", { exact: true }).waitFor();
  await bob.open("Ada Lovelace");
  await ada.page.getByText("Read", { exact: true }).waitFor();
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("an archived room can be read, and says why nobody can write in it", async () => {
  const { ada, bob } = await stage.pairIn("Old pier");
  await ada.say("Last words");
  await bob.sees("Last words");
  const panel = await details(ada);
  await panel.getByRole("button", { name: "Archive room" }).click();
  await panel.getByRole("button", { name: "Archive Old pier" }).click();
  await bob.page.getByText("This room is archived.").waitFor();
  await bob.sees("Last words");
  await panel.getByText("Public room, archived").waitFor();
  expect(await panel.getByRole("button", { name: "Edit" }).count()).toBe(0);
  expect(await bob.composer.count()).toBe(0);
});
