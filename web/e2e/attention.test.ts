import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

const replyBox = ({ page }: Person) => page.getByRole("textbox", { name: "Reply in thread" });

async function replyTo(person: Person, text: string, reply: string) {
  await person.focusOn(text);
  await person.page.keyboard.press("t");
  await replyBox(person).fill(reply);
  await replyBox(person).press("Enter");
  await person.page.getByRole("feed", { name: "Replies" }).getByText(reply, { exact: true }).waitFor();
}

test("a thread is followed by its bell, and its news survive a reload", async () => {
  const { ada, bob } = await stage.pairIn("Watch");
  await ada.say("Who has the watch?");
  await bob.sees("Who has the watch?");
  await ada.say("And the log?");
  await bob.focusOn("Who has the watch?");
  await bob.page.keyboard.press("t");
  const bell = bob.page.getByRole("button", { name: "Follow thread" });
  expect(await bell.getAttribute("aria-pressed")).toBe("false");
  await bell.click();
  await expect.poll(() => bell.getAttribute("aria-pressed")).toBe("true");
  await bob.page.getByRole("button", { name: "Close thread" }).click();
  await bob.openDirect(ada);
  await replyTo(ada, "Who has the watch?", "I have it");
  const needs = bob.conversations.getByRole("link", { name: /Watch.*in a thread of yours/ });
  await needs.waitFor();
  await bob.page.reload();
  await needs.waitFor();
  await needs.click();
  await bob.page.getByText("I have it", { exact: true }).first().waitFor();
  await needs.waitFor({ state: "detached" });
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("Shift Esc marks everything as read, which can be taken back; M mutes the room", async () => {
  const { ada, bob } = await stage.pairIn("Lobby");
  await bob.createRoom("Desk");
  await ada.say("Anybody there?");
  const lobby = bob.conversations.getByRole("link", { name: /Lobby.*1 unread/ });
  await lobby.waitFor();
  await bob.page.keyboard.press("Shift+Escape");
  await lobby.waitFor({ state: "detached" });
  await bob.page.getByRole("button", { name: "Undo" }).click();
  await lobby.waitFor();

  await bob.say("A desk");
  await bob.focusOn("A desk");
  await bob.page.keyboard.press("m");
  await bob.page.getByText("Desk is muted.").waitFor();
  await bob.page.getByRole("button", { name: "Undo" }).click();
  await bob.page.getByText("Desk is muted.").waitFor({ state: "detached" });
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("a finger that rests on a message opens a sheet with all that can be done to it", async () => {
  const bob = await stage.person({ viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true });
  await bob.signUp("Bob Kahn");
  await bob.createRoom("Pocket");
  await bob.say("Press me");
  await bob.sees("Press me");
  // Only what the log shows can be acted on.
  const more = { name: "More", includeHidden: true };
  await bob.messages("Press me").getByRole("button", more).waitFor({ state: "attached" });
  const at = await bob.page.getByText("Press me", { exact: true }).boundingBox();
  const client = await bob.page.context().newCDPSession(bob.page);
  const touchPoints = [{ x: (at?.x ?? 0) + 10, y: (at?.y ?? 0) + 8 }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  const sheet = bob.page.getByRole("menu", { name: "Message" });
  await sheet.getByRole("menuitem", { name: "Reply", exact: true }).waitFor();
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  const box = await sheet.boundingBox();
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(760);
  await sheet.getByRole("menuitem", { name: "Edit" }).tap();
  await bob.page.getByRole("textbox", { name: /^Edit/ }).waitFor();
  expect(bob.complaints).toEqual([]);
});

test("a file alone is shown by its name in the list, and how the other is in a private room's header", async () => {
  const { ada, bob } = await stage.pairIn("Drawings");
  await ada.openDirect(bob);
  await ada.page.getByRole("main").getByText("online", { exact: true }).waitFor();
  const file = { name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("a plan") };
  await ada.page.locator("input[type=file]").first().setInputFiles(file);
  await ada.page.getByText("plan.txt").first().waitFor();
  await expect.poll(() => ada.page.getByRole("button", { name: "Send", exact: true }).getAttribute("aria-disabled")).toBe("false");
  await ada.page.getByRole("button", { name: "Send", exact: true }).click();
  const row = bob.conversations.getByRole("link", { name: /Ada Lovelace.*plan\.txt/ });
  await row.waitFor();
  await bob.page.reload();
  await row.waitFor();
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});
