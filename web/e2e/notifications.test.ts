import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

test("the worker asks the browser to show what is pushed, in the place of what it showed of the room", async () => {
  const ada = await stage.person({ permissions: ["notifications"] });
  await ada.signUp("Ada Lovelace");
  const { page } = ada;
  const devtools = await page.context().newCDPSession(page);
  const started = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations;
      if (registration !== undefined) resolve(registration.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");

  // This browser has no push service behind it: the worker starts, and the subscription fails.
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("switch", { name: "Notify me on this device" }).click();
  await page.getByText("Something went wrong here. Try again.").waitFor();

  // It has nowhere to show notifications either: what the worker asks for is kept.
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(() => {
    const scope = globalThis as unknown as { shown: unknown[]; registration: { showNotification: unknown } };
    scope.shown = [];
    scope.registration.showNotification = async (...asked: unknown[]) => scope.shown.push(asked);
  });
  const registrationId = await started;
  const origin = new URL(page.url()).origin;
  for (const [seq, text] of [[7, "One"], [8, "Two"]] as const) {
    const message = { type: "message", room: "r1", seq, by: "u1", title: "Grace Hopper", text, unread: 1 };
    await devtools.send("ServiceWorker.deliverPushMessage", {
      origin,
      registrationId,
      data: JSON.stringify(message),
    });
  }

  await expect.poll(() => worker?.evaluate(() => (globalThis as unknown as { shown: unknown }).shown)).toEqual([
    ["Grace Hopper", { body: "One", tag: "r1", renotify: true, data: { room: "r1", seq: 7, path: "/rooms/r1/7" } }],
    ["Grace Hopper", { body: "Two", tag: "r1", renotify: true, data: { room: "r1", seq: 8, path: "/rooms/r1/8" } }],
  ]);
});

test("where the browser forbids it, the switch says so and stays off", async () => {
  const ada = await stage.person({ permissions: [] });
  await ada.signUp("Ada Lovelace");
  await ada.page.getByRole("button", { name: "Settings" }).click();
  const notify = ada.page.getByRole("switch", { name: "Notify me on this device" });
  await notify.click();

  await ada.page.getByText("This browser does not allow it.").waitFor();
  expect(await notify.isChecked()).toBe(false);
  expect(ada.complaints).toEqual([]);
});
