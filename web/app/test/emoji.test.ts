import { expect, test } from "vitest";
import { emojiFor, emojis } from "../src/timeline/emoji.ts";

test("emoji are found by the beginning of any of their words", () => {
  expect(emojiFor("Tad").map(({ emoji }) => emoji)).toEqual(["🎉"]);
  expect(emojiFor("ada")).toEqual([]);
  expect(emojiFor(" ")).toEqual(emojis);
});

test("each emoji is offered once, and has words", () => {
  expect(new Set(emojis.map(({ emoji }) => emoji)).size).toBe(emojis.length);
  expect(emojis.filter(({ emoji, words }) => emoji === "" || words === "")).toEqual([]);
});
