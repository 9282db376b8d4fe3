import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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

/** A conversation that shows turns, continuations, markdown, code and an unread room. */
async function aConversation(): Promise<Person> {
  const [ada, bob] = await Promise.all([stage.person(), stage.person()]);
  await ada.signUp("Ada Lovelace");
  await bob.signUp("Bob Kahn");
  await ada.createRoom("Release desk");
  await bob.joinRoom("Release desk");
  await ada.say("The release is **ready**. Who reads the notes?");
  await bob.say("I do. One thing: `parley serve` should print the address first.");
  await bob.say("```js\nsocket.emit(\"message.send\", { room, key, text });\n```");
  await ada.say("Good point.\n\n- print it\n- flush it\n- then log");
  await bob.openDirect(ada);
  await bob.say("Lunch at one?");
  await ada.conversations.getByText("Lunch at one?").waitFor();
  return ada;
}

test("looks as it should at every width, by day and by night", async () => {
  const ada = await aConversation();
  for (const theme of themes) {
    await ada.page.emulateMedia({ colorScheme: theme });
    for (const size of sizes) {
      await ada.page.setViewportSize(size);
      await ada.sees("Good point.");
      const path = `${folder}/room-${size.width}-${theme}.png`;
      expect((await ada.page.screenshot({ path })).length).toBeGreaterThan(1000);
      const overflow = await ada.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  }
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
