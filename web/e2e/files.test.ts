import { crc32, deflateSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

test("pictures and files go with a message, and go when it is taken back", async () => {
  const { ada, bob } = await stage.pairIn("Blueprints");
  await ada.page.locator("input[type=file]").first().setInputFiles([
    { name: "engine.png", mimeType: "image/png", buffer: png(600, 400) },
    { name: "notes.txt", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script>") },
  ]);
  await ada.page.getByText("notes.txt").waitFor();
  await expect.poll(() => ada.page.locator(".upload-chips li.there").count()).toBe(2);
  await ada.say("The plan");

  await bob.sees("The plan");
  const picture = bob.page.getByRole("img", { name: "engine.png" });
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => [image.width, image.height])).toEqual([420, 280]);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);

  const saved = bob.page.waitForEvent("download");
  await bob.page.getByRole("button", { name: /notes\.txt/ }).click();
  expect((await saved).suggestedFilename()).toBe("notes.txt");

  await bob.page.getByRole("button", { name: "Show engine.png" }).click();
  const large = bob.page.getByRole("dialog", { name: "engine.png" }).getByRole("img");
  await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  await bob.page.keyboard.press("Escape");

  const message = ada.messages("The plan");
  await message.hover();
  await message.getByRole("button", { name: "More" }).click();
  await message.getByRole("menuitem", { name: "Delete" }).click();
  await message.getByRole("menuitem", { name: "Yes, delete" }).click();
  await bob.sees("This message was deleted.");
  expect(await bob.page.getByRole("img", { name: "engine.png" }).count()).toBe(0);
  expect(ada.complaints).toEqual([]);
  expect(bob.complaints).toEqual([]);
});

test("a message can be a file alone, and a file that was chosen can be left out", async () => {
  const { ada, bob } = await stage.pairIn("Workshop");
  const input = ada.page.locator("input[type=file]").first();
  await input.setInputFiles({ name: "wrong.txt", mimeType: "text/plain", buffer: Buffer.from("wrong") });
  await ada.page.getByRole("button", { name: "Leave wrong.txt out" }).click();
  await input.setInputFiles({ name: "right.txt", mimeType: "text/plain", buffer: Buffer.from("right") });
  await expect.poll(() => ada.page.locator(".upload-chips li.there").count()).toBe(1);
  await ada.page.getByRole("button", { name: "Send", exact: true }).click();

  await bob.page.getByRole("button", { name: /right\.txt/ }).waitFor();
  expect(await bob.page.getByText("wrong.txt").count()).toBe(0);
  expect(await ada.page.locator(".upload-chips").count()).toBe(0);
});

test("a file that was chosen is not left for whoever signs in next", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.open("general");
  const plan = { name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("mine") };
  await ada.page.locator("input[type=file]").first().setInputFiles(plan);
  await ada.page.locator(".upload-chips li.there").waitFor();
  await ada.page.getByRole("button", { name: "Settings" }).click();
  await ada.page.getByRole("button", { name: "Sign out", exact: true }).click();

  await ada.signUpHere("Eve Holt", `eve.${Date.now()}`);
  await ada.open("general");
  await ada.composer.waitFor();
  expect(await ada.page.locator(".upload-chips").count()).toBe(0);
});

/** A grey picture of these measures (PNG, 8-bit greyscale). */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const lines = deflateSync(Buffer.alloc((width + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", lines), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
