import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Guest } from "./harness/guest.ts";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

const folder = fileURLToPath(new URL("screenshots", import.meta.url));
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];
const themes = ["light", "dark"] as const;

let stage: Stage;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

const people = {
  maja: "Maja Lindqvist",
  tomasz: "Tomasz Wilk",
  noor: "Noor Aziz",
  rob: "Rob Kerr",
  jun: "Jun Sato",
} as const;
type Name = keyof typeof people;

const fix = "```yaml\ngateway:\n  drain-timeout: 30s      # was 5s\n  max-inflight:  4096\n```";
const said: readonly (readonly [by: Name, text: string])[] = [
  ["rob", "Read the runbook. Two notes:\n\n1. the rollback step needs the **new flag**\n2. staging wants `--wait`"],
  ["tomasz", "Canary is up in one region. There is a bump at the deploy and I am not convinced it is only cold caches."],
  ["jun", "Web gets full jitter in [PR 2214](https://example.org/2214): 0 to 8 s, doubled per attempt."],
  ["maja", `It drops old connections after 5 s and every client reconnects at once. This is the whole fix:\n\n${fix}`],
  ["maja", "I can ship it as `rc.4` in ten minutes. It needs one reviewer from the gateway group."],
  ["noor", "Ines, you wrote the drain logic. Any reason not to go to 30 s?"],
];
const elsewhere: readonly (readonly [room: string, topic: string, unread: readonly string[]])[] = [
  ["Announcements", "Read by everyone", []],
  ["Timetable data", "Feeds, imports and their oddities", ["The new feed is in.", "Looks right.", "Shipping it."]],
  ["Web client", "Everything in a browser", ["Dark mode is ready.", "At 360 px, too."]],
];
const answer = "No reason: 5 s was a test value that I forgot. 30 s it is.";

/**
 * Ines at work: turns and continuations, markdown and code, unread rooms, and a private message for her.
 * Her pointer rests outside the list of rooms, which is not sorted under a pointer.
 */
async function aConversation(): Promise<Person> {
  const ines = await stage.person();
  await ines.signUp("Ines Duarte", "ines");
  const guests = Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([username, displayName]) => [
        username,
        await Guest.register(stage.server.url, username, displayName),
      ]),
    ),
  ) as Record<Name, Guest>;
  const { maja, tomasz } = guests;
  const everyone = [await maja.find("ines"), ...Object.values(guests).map(({ id }) => id)];
  const desk = await maja.createRoom("Release desk", "4.12 cutover today at 16:00 UTC", everyone);
  for (const [by, text] of said) await guests[by].say(desk, text);
  await ines.open("Release desk");
  await ines.say(answer);
  await ines.sees(answer);
  await ines.feed.locator(".code-block .value").first().waitFor();
  await ines.page.getByRole("heading", { name: "Release desk" }).first().hover();

  for (const [name, topic, texts] of elsewhere) {
    const room = await maja.createRoom(name, topic, everyone);
    for (const text of texts) await maja.say(room, text);
  }
  const direct = await tomasz.openDirect(everyone[0] ?? "");
  await tomasz.say(direct, "Thanks, that settles it.");
  await tomasz.say(direct, "Can you sign the cutover sheet?");
  await ines.conversations.getByText("Can you sign the cutover sheet?").waitFor();
  return ines;
}

/** The last message is in sight however the window is changed, and nothing offers the way there. */
async function staysAtTheEnd({ page }: Person): Promise<void> {
  const distance = () =>
    page.locator("#messages").evaluate((scroller) =>
      scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop,
    );
  await expect.poll(distance).toBeLessThanOrEqual(1);
  await page.getByRole("button", { name: "Latest" }).waitFor({ state: "detached" });
}

test("looks as it should at every width, by day and by night", async () => {
  const ines = await aConversation();
  for (const theme of themes) {
    await ines.page.emulateMedia({ colorScheme: theme });
    for (const size of sizes) {
      await ines.page.setViewportSize(size);
      await staysAtTheEnd(ines);
      const path = `${folder}/room-${size.width}-${theme}.png`;
      expect((await ines.page.screenshot({ path })).length).toBeGreaterThan(1000);
      const overflow = await ines.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  }
});

test("a new theme is there at once, whoever chose it", async () => {
  const ada = await stage.person({ reducedMotion: "no-preference", colorScheme: "light" });
  await ada.signUp("Ada Lovelace");
  await ada.page.getByRole("button", { name: "Settings" }).click();
  const dark = ada.page.getByRole("radio", { name: "Dark" });
  await dark.waitFor();
  await ada.page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const faded: string[] = [];
    addEventListener("transitionrun", ({ target }) => faded.push((target as Element).className));
    Object.assign(globalThis, { faded });
  });
  const ground = () => ada.conversations.evaluate((element) => getComputedStyle(element).backgroundColor);
  const [light, faded] = [await ground(), () => ada.page.evaluate("faded")];

  await ada.page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground).not.toBe(light);
  expect(await faded()).toEqual([]);
  await ada.page.emulateMedia({ colorScheme: "light" });
  await expect.poll(ground).toBe(light);
  await dark.evaluate((radio) => (radio as HTMLInputElement).click());
  await expect.poll(ground).not.toBe(light);
  expect(await faded()).toEqual([]);
});

test("the sign-in page looks as it should", async () => {
  const stranger = await stage.person();
  await stranger.page.goto("/");
  for (const theme of themes) {
    await stranger.page.emulateMedia({ colorScheme: theme });
    for (const size of sizes) {
      await stranger.page.setViewportSize(size);
      await stranger.page.getByRole("button", { name: "Sign in" }).waitFor();
      await stranger.page.screenshot({ path: `${folder}/sign-in-${size.width}-${theme}.png` });
    }
  }
  expect(stranger.complaints).toEqual([]);
});
