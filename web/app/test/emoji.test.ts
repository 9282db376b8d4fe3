import { expect, test } from "vitest";
import { emojiFor, loadEmoji } from "../src/emoji/emoji.ts";

const all = await loadEmoji();

test("emoji are found by the beginning of any of their words, their names before the rest", () => {
  expect(emojiFor(all, "Tad").map(({ emoji }) => emoji)).toEqual(["🎉"]);
  expect(emojiFor(all, "party")[0]?.name).toBe("party popper");
  expect(emojiFor(all, "ada")).toEqual([]);
  expect(emojiFor(all, " ")).toBe(all);
});

test("each emoji of Unicode is offered once, has a name, and the most used one comes first", () => {
  expect(all.length).toBeGreaterThan(1500);
  expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length);
  expect(all.filter(({ emoji, name }) => emoji === "" || name === "")).toEqual([]);
  expect(all[0]?.emoji).toBe("👍");
});
