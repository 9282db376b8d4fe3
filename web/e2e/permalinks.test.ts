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

let rooms = 0;

/** Ada, in a room in which Maja has said 1 to `count`, one after the other. */
async function aLongTalk(count: number) {
  rooms += 1;
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  const maja = await Guest.register(stage.server.url, `maja${rooms}.links`, "Maja Lindqvist");
  const name = `Long talk ${rooms}`;
  const room = await maja.createRoom(name, "", [await maja.find(ada.username)]);
  for (let number = 1; number <= count; number += 1) await maja.say(room, `Number ${number}.`);
  return { ada, maja, room, name };
}

const pointed = ({ page }: Person) => page.locator("[data-message][aria-current=true]");

test("a link opens the room around its message, and the way to the end is open", async () => {
  const { ada, maja, room } = await aLongTalk(220);
  // The first event is the room's first member, the second is Ada.
  await ada.page.goto(`/rooms/${room}/62`);
  await pointed(ada).waitFor();
  const text = await pointed(ada).innerText();
  expect(text).toMatch(/Number \d+\./);
  expect(await pointed(ada).evaluate((element) => element === document.activeElement)).toBe(true);
  const box = await pointed(ada).boundingBox();
  expect(box?.y).toBeGreaterThan(80);
  expect(box?.y).toBeLessThan(620);
  expect(await ada.messages("Number 220.").count()).toBe(0);

  await maja.say(room, "Number 221.");
  await ada.page.getByRole("button", { name: /new$|^Latest$/ }).click();
  await ada.sees("Number 221.");
  expect(ada.complaints).toEqual([]);
});

test("scrolling down from an old message comes to the end without a gap and without a jump", async () => {
  const { ada, room } = await aLongTalk(160);
  await ada.page.goto(`/rooms/${room}/40`);
  await pointed(ada).waitFor();
  const seen = new Set<number>();
  const look = async () => {
    for (const text of await ada.feed.getByText(/^Number \d+\.$/).allInnerTexts()) seen.add(Number(/\d+/.exec(text)?.[0]));
  };
  await expect
    .poll(
      async () => {
        await look();
        await ada.page.locator("#messages").evaluate((element) => element.scrollBy(0, 300));
        return seen.has(160);
      },
      { timeout: 60_000, interval: 50 },
    )
    .toBe(true);
  const from = Math.min(...seen);
  expect(seen.size).toBe(160 - from + 1);
});

test("a copied link is the address of the message", async () => {
  const { ada, room } = await aLongTalk(3);
  await ada.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ada.page.goto(`/rooms/${room}`);
  await ada.focusOn("Number 2.");
  await ada.page.keyboard.press("c");
  await expect.poll(() => ada.page.evaluate(() => navigator.clipboard.readText())).toContain(`/rooms/${room}/`);
  const link = await ada.page.evaluate(() => navigator.clipboard.readText());
  await ada.page.goto(link);
  await pointed(ada).getByText("Number 2.").waitFor();
});

test("pins are listed, lead to their message and are taken away", async () => {
  const { ada, bob } = await twoInARoom("Noticeboard");
  await ada.say("Read this first");
  await bob.sees("Read this first");
  await ada.messages("Read this first").hover();
  await ada.messages("Read this first").getByRole("button", { name: "More" }).click();
  await ada.page.getByRole("menuitem", { name: "Pin" }).click();
  await bob.feed.getByText("Pinned").waitFor();
  await bob.page.getByRole("button", { name: "Pinned messages" }).click();
  await bob.page.getByRole("dialog", { name: "Pinned messages" }).getByRole("button", { name: /Read this first/ }).click();
  await pointed(bob).getByText("Read this first").waitFor();
  await ada.page.getByRole("button", { name: "Pinned messages" }).click();
  await ada.page.getByRole("button", { name: "Unpin the message of Ada Lovelace" }).click();
  await ada.page.getByText("Nothing is pinned here.").waitFor();
  await bob.feed.getByText("Pinned").waitFor({ state: "detached" });
});

test("somebody named after an @ is told, and sees it marked", async () => {
  const { ada, bob } = await twoInARoom("Roll call");
  await bob.openDirect(ada);
  await ada.open("Roll call");
  await ada.composer.pressSequentially("Where are you @bo");
  await ada.page.getByRole("option", { name: /Bob Kahn/ }).waitFor();
  await ada.composer.press("Enter");
  expect(await ada.composer.inputValue()).toBe(`Where are you @${bob.username} `);
  await ada.composer.press("Enter");
  await bob.conversations.getByText("1 mention").waitFor();
  await bob.open("Roll call");
  await bob.page.getByRole("article", { name: /, mentions you$/ }).waitFor();
  await bob.feed.getByText(`@${bob.username}`, { exact: true }).waitFor();
});

test("an emoji is completed after a colon and picked from the table", async () => {
  const { ada } = await twoInARoom("Moods");
  await ada.composer.pressSequentially("Fine :roc");
  await ada.page.getByRole("option", { name: "rocket" }).click();
  expect(await ada.composer.inputValue()).toBe("Fine 🚀 ");
  await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await ada.page.getByRole("searchbox", { name: "Search emoji" }).fill("crab");
  await ada.page.getByRole("button", { name: "crab", exact: true }).click();
  expect(await ada.composer.inputValue()).toBe("Fine 🚀 🦀");
});

async function twoInARoom(room: string) {
  const [ada, bob] = await Promise.all([stage.person(), stage.person()]);
  await Promise.all([ada.signUp("Ada Lovelace"), bob.signUp("Bob Kahn")]);
  await ada.createRoom(room);
  await bob.joinRoom(room);
  return { ada, bob };
}
