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

async function adaAndMaja() {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  rooms += 1;
  const maja = await Guest.register(stage.server.url, `maja${rooms}`, "Maja Lindqvist");
  return { ada, maja, name: `Long night ${rooms}` };
}

/** Ada, and Maja in a room with her, who has said this much there while Ada looked at another room. */
async function aTalk(messages: number) {
  const { ada, maja, name } = await adaAndMaja();
  const room = await maja.createRoom(name, "", [await maja.find(ada.username)]);
  const talk = (from: number, to: number) => sayAll(maja, room, from, to);
  await talk(1, messages);
  return { ada, name, talk };
}

/** Messages of different heights, several at a time, and then one that says how many there are. */
async function sayAll(guest: Guest, room: string, from: number, to: number): Promise<void> {
  const texts = Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    return `Number ${number}. ${"More words follow. ".repeat((number * 7) % 11)}`.trim();
  });
  for (let sent = 0; sent < texts.length; sent += 20) {
    await Promise.all(texts.slice(sent, sent + 20).map((text) => guest.say(room, text)));
  }
  await guest.say(room, `That makes ${to}.`);
}

const scroller = ({ page }: Person) => page.locator("#messages");
const fromEnd = (person: Person) =>
  scroller(person).evaluate(({ scrollHeight, clientHeight, scrollTop }) =>
    Math.round(scrollHeight - clientHeight - scrollTop),
  );

test("a room opens at its first unread message, and nothing is read that nobody saw", async () => {
  const { ada, name } = await aTalk(260);
  await ada.open(name);
  const line = ada.page.getByText(/^New since/);
  await line.waitFor();
  await ada.page.getByRole("button", { name: /^2\d\d new$/ }).waitFor();
  const [view, mark] = [await scroller(ada).boundingBox(), await line.boundingBox()];
  expect((mark?.y ?? 0) - (view?.y ?? 0)).toBeGreaterThanOrEqual(0);
  expect((mark?.y ?? 0) - (view?.y ?? 0)).toBeLessThan(60);

  await ada.composer.focus();
  await ada.page.keyboard.press("Shift+F6");
  await ada.page.locator("[data-message]:focus").waitFor();
  await ada.page.keyboard.press("F6");
  await ada.page.getByRole("button", { name: /^2\d\d new$/ }).click();
  await expect.poll(() => fromEnd(ada)).toBeLessThanOrEqual(1);
  expect(await ada.composer.evaluate((element) => element === document.activeElement)).toBe(true);
  await ada.conversations.getByText("unread").waitFor({ state: "detached" });
  await ada.page.keyboard.press("Escape");
  await line.waitFor({ state: "detached" });
  expect(ada.complaints).toEqual([]);
});

test("older messages come in above without moving what is read", async () => {
  const { ada, maja, name } = await adaAndMaja();
  await sayAll(maja, await maja.createRoom(name, "", []), 1, 180);
  await ada.joinRoom(name);
  await ada.sees("That makes 180.");
  await expect.poll(() => fromEnd(ada)).toBeLessThanOrEqual(1);

  ada.cable.cut();
  await scrollTo(ada, 700);
  const height = () => scroller(ada).evaluate((element) => element.scrollHeight);
  const before = await height();
  await recordMoves(ada);
  ada.cable.restore();
  await expect.poll(height, { timeout: 15_000 }).toBeGreaterThan(before + 1000);
  expect(await greatestMove(ada)).toBe(0);
});

/** Scrolls, and lets what comes into sight be drawn and measured. */
async function scrollTo(person: Person, top: number): Promise<void> {
  await scroller(person).evaluate(async (element, to) => {
    element.scrollTo({ top: to });
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
  }, top);
}

/** Notes, after each painted frame, how far messages have moved in the view. */
async function recordMoves(person: Person): Promise<void> {
  await scroller(person).evaluate((element) => {
    let last = new Map<string, number>();
    const moves: number[] = [];
    const channel = new MessageChannel();
    channel.port1.addEventListener("message", () => {
      const view = element.getBoundingClientRect();
      const rows = [...element.querySelectorAll<HTMLElement>("[data-message]")];
      const tops = new Map(rows.map((row) => [row.dataset["message"] ?? "", row.getBoundingClientRect().top - view.top]));
      for (const [key, top] of last) {
        if (top > 0 && top < view.height) moves.push(Math.round(Math.abs((tops.get(key) ?? Infinity) - top)));
      }
      last = tops;
      requestAnimationFrame(() => channel.port2.postMessage(0));
    });
    channel.port1.start();
    channel.port2.postMessage(0);
    Object.assign(globalThis, { moves });
  });
}

function greatestMove({ page }: Person): Promise<number> {
  return page.evaluate(() => Math.max(...(globalThis as unknown as { moves: number[] }).moves));
}

test("whoever reads the end stays there through a burst, and keeps the place after scrolling up", async () => {
  const { ada, name, talk } = await aTalk(40);
  await ada.open(name);
  await ada.page.keyboard.press("Escape");
  await ada.say("I am here");
  await ada.sees("I am here");
  await talk(41, 100);
  await ada.sees("That makes 100.");
  await expect.poll(() => fromEnd(ada)).toBeLessThanOrEqual(1);

  await ada.conversations.getByText("unread").waitFor({ state: "detached" });
  await scroller(ada).hover();
  await ada.page.mouse.wheel(0, -900);
  await ada.page.getByRole("button", { name: "Latest" }).waitFor();
  await talk(101, 103);
  await ada.page.getByRole("button", { name: "4 new" }).click();
  await expect.poll(() => fromEnd(ada)).toBeLessThanOrEqual(1);
});

test("what others said meanwhile comes in before what waits here, and the end stays in sight", async () => {
  const { ada, name, talk } = await aTalk(30);
  await ada.open(name);
  await ada.page.keyboard.press("Escape");
  await ada.page.context().setOffline(true);
  await ada.say("written in the dark");
  await ada.say("and written after it");
  await talk(31, 50);
  await ada.page.context().setOffline(false);
  await ada.page.getByText("Queued").waitFor({ state: "detached" });
  await ada.sees("That makes 50.");
  await expect.poll(() => fromEnd(ada)).toBeLessThanOrEqual(1);
  await ada.page.getByRole("button", { name: /Latest|new$/ }).waitFor({ state: "detached" });
});
