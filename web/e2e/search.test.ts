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

const dialog = ({ page }: Person) => page.getByRole("dialog", { name: "Search messages" });
const box = (person: Person) => dialog(person).getByRole("combobox", { name: "Search messages" });
const hits = (person: Person) => dialog(person).getByRole("option");

let people = 0;

/** Ada, who is in two rooms of Maja's in which something was said about lighthouses. */
async function twoRooms() {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  people += 1;
  const maja = await Guest.register(stage.server.url, `maja${people}.search`, "Maja Lindqvist");
  const members = [await maja.find(ada.username)];
  const coast = await maja.createRoom("Coast watch", "", members);
  const engine = await maja.createRoom("Engine room", "", members);
  await maja.say(coast, "The lighthouse keeper wants new lamps");
  for (let number = 1; number <= 120; number += 1) await maja.say(coast, `Log entry ${number}`);
  await maja.say(engine, "Which lighthouse did he mean?");
  return { ada, coast, engine };
}

test("words are found everywhere, newest first, and a hit opens the room around its message", async () => {
  const { ada } = await twoRooms();
  await ada.page.keyboard.press("Control+Shift+F");
  await box(ada).fill("lighthou");
  await expect.poll(() => hits(ada).count(), { timeout: 15_000 }).toBe(2);
  expect(await hits(ada).first().innerText()).toContain("Which lighthouse did he mean?");
  expect(await dialog(ada).locator("mark").first().innerText()).toMatch(/^lighthou/);
  await dialog(ada).getByRole("group", { name: "Coast watch" }).getByRole("option").click();
  const pointed = ada.page.locator("[data-message][aria-current=true]");
  await pointed.getByText("The lighthouse keeper wants new lamps").waitFor();
  expect(await ada.messages("Log entry 120").count()).toBe(0);
  expect(ada.complaints).toEqual([]);
});

test("a search is narrowed by words in the box, and begins in the room or in the switcher", async () => {
  const { ada, engine } = await twoRooms();
  await ada.page.goto(`/rooms/${engine}`);
  await ada.composer.waitFor();
  await ada.page.keyboard.press("Control+f");
  await box(ada).pressSequentially("lighthouse");
  await expect.poll(() => hits(ada).count(), { timeout: 15_000 }).toBe(1);
  await box(ada).fill("lighthouse in:coast-watch");
  await dialog(ada).getByRole("group", { name: "Coast watch" }).waitFor();
  await box(ada).fill("lighthouse from:@me");
  await dialog(ada).getByText("No message has all of these words.").waitFor();
  await box(ada).fill("lighthouse in:attic");
  await dialog(ada).getByText("You are in no room called “attic”.").waitFor();
  await ada.page.keyboard.press("Escape");
  await ada.page.keyboard.press("Control+k");
  await ada.page.keyboard.type("log entry 7");
  await ada.page.keyboard.press("Control+Enter");
  await hits(ada).filter({ hasText: "Log entry 7" }).first().waitFor();
});
