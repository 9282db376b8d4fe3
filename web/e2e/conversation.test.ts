import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

async function adaAndBob() {
  const [ada, bob] = await Promise.all([stage.person(), stage.person()]);
  await Promise.all([ada.signUp("Ada Lovelace"), bob.signUp("Bob Kahn")]);
  return { ada, bob };
}

test("two people sign up, talk in a room and in private", async () => {
  const { ada, bob } = await adaAndBob();
  await ada.createRoom("Difference engine");
  await bob.joinRoom("Difference engine");
  await ada.say("Shall we begin?");
  await bob.sees("Shall we begin?");
  await bob.say("At once.");
  await ada.sees("At once.");
  expect(await ada.messages("Shall we begin?").count()).toBe(1);

  await bob.openDirect(ada);
  await bob.say("Between you and me");
  await ada.open("Bob Kahn");
  await ada.sees("Between you and me");
  await ada.say("I keep it");
  await bob.sees("I keep it");

  expect(ada.complaints).toEqual([]);
  expect(bob.complaints).toEqual([]);
});

test("what is sent while the network is down arrives once, in order, on both sides", async () => {
  const { ada, bob } = await adaAndBob();
  await ada.createRoom("Lighthouse");
  await bob.joinRoom("Lighthouse");
  await ada.say("before the storm");
  await bob.sees("before the storm");

  ada.cable.cut();
  await ada.say("first in the storm");
  await ada.say("second in the storm");
  await ada.sees("second in the storm");
  await bob.say("are you there?");
  await bob.sees("are you there?");
  expect(await bob.messages("first in the storm").count()).toBe(0);

  ada.cable.restore();
  await ada.sees("are you there?");
  await bob.sees("second in the storm");
  await ada.page.getByText("Queued").first().waitFor({ state: "detached" });
  for (const person of [ada, bob]) {
    for (const text of ["first in the storm", "second in the storm", "are you there?"]) {
      expect(await person.messages(text).count()).toBe(1);
    }
    const shown = await person.feed.getByRole("article").allInnerTexts();
    const place = (text: string) => shown.findIndex((row) => row.includes(text));
    expect(place("first in the storm")).toBeLessThan(place("second in the storm"));
  }
});

test("a device without a network says so, and sends when it is back", async () => {
  const { ada, bob } = await adaAndBob();
  await ada.createRoom("Bay");
  await bob.joinRoom("Bay");
  await ada.page.context().setOffline(true);
  await ada.say("from the tunnel");
  const strip = ada.page.getByRole("main").getByText(/^Offline since .*; 1 message will go out when you are back\.$/);
  await strip.waitFor();
  await ada.page.getByText("Queued").waitFor();
  await ada.page.context().setOffline(false);
  await bob.sees("from the tunnel");
  await strip.waitFor({ state: "detached" });
});

test("what is written offline survives a reload", async () => {
  const { ada, bob } = await adaAndBob();
  await ada.createRoom("Harbour");
  await bob.joinRoom("Harbour");
  ada.cable.cut();
  await ada.say("kept through the reload");
  await ada.sees("kept through the reload");
  ada.cable.restore();
  await ada.page.reload();
  await bob.sees("kept through the reload");
  await ada.sees("kept through the reload");
  expect(await bob.messages("kept through the reload").count()).toBe(1);
});

test("a reload stays signed in, and where it was", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.createRoom("Observatory");
  await ada.say("still here");
  await ada.sees("still here");
  await ada.page.reload();
  await ada.sees("still here");
  await ada.conversations.getByText("Ada Lovelace").waitFor();
  const tokens = await ada.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  expect(tokens).not.toMatch(/token/i);
  expect(ada.complaints).toEqual([]);
});
