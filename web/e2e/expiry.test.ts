import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Account } from "./harness/account.ts";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

test("messages of a room last as it says, show when they go, and go", async () => {
  const { ada, bob } = await stage.pairIn("Whispers");
  await ada.say("This stays");
  const panel = await details(ada);
  await panel.getByRole("button", { name: "Edit" }).click();
  const life = panel.getByRole("group", { name: "New messages last" });
  expect(await life.getByRole("radio", { name: "Forever" }).isChecked()).toBe(true);
  await life.getByRole("radio", { name: "1 hour" }).check();
  await panel.getByRole("button", { name: "Save" }).click();
  await panel.getByText("Public room, messages last 1 hour").waitFor();
  await bob.feed.getByText("Ada Lovelace lets new messages last 1 hour").waitFor();
  await ada.say("Gone in an hour");
  await bob.sees("Gone in an hour");
  await mark(bob, "Gone in an hour").waitFor();
  expect(await mark(bob, "This stays").count()).toBe(0);

  await setByProgram(ada, 5);
  await panel.getByText("Public room, messages last 5 seconds").waitFor();
  await panel.getByRole("button", { name: "Edit" }).click();
  expect(await life.getByRole("radio", { name: "5 seconds" }).isChecked()).toBe(true);
  await panel.getByRole("button", { name: "Cancel" }).click();
  await ada.say("Gone at once");
  await bob.sees("Gone at once");
  await bob.messages("This message has expired.").waitFor();
  expect(await bob.messages("Gone at once").count()).toBe(0);
  await ada.messages("This message has expired.").waitFor();

  await bob.page.reload();
  await bob.messages("This message has expired.").waitFor();
  await mark(bob, "Gone in an hour").waitFor();
  expect(await bob.messages("Gone at once").count()).toBe(0);
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

async function details({ page }: Person) {
  await page.getByRole("button", { name: "Room details" }).click();
  return page.getByRole("complementary", { name: "Room details" });
}

function mark(person: Person, text: string) {
  return person.messages(text).getByRole("img", { name: /^Expires / });
}

/** Sets how long messages last to what no form offers. */
async function setByProgram(owner: Person, expireSeconds: number): Promise<void> {
  const account = await Account.signIn(stage.server.url, owner.username);
  const { rooms } = await account.ask<"room.list">("GET", "rooms");
  const room = rooms.find(({ name }) => name === "Whispers");
  await account.ask<"room.update">("PATCH", `rooms/${room?.id}`, { expireSeconds });
}
