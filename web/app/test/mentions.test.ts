import { describe, expect, it } from "vitest";
import { queryAt } from "../src/composer/naming.ts";
import { mentionsIn } from "../src/people/mentions.ts";

describe("names in a text", () => {
  it("stand after an @ at the beginning of a word, without the end of the sentence", () => {
    expect(mentionsIn("Ask @ada.l. Or (@bob-k)!")).toEqual([
      "Ask ",
      { name: "ada.l" },
      ". Or (",
      { name: "bob-k" },
      ")!",
    ]);
  });

  it("are not in an address or a path", () => {
    expect(mentionsIn("ada@example.org /@bob a@b")).toEqual(["ada@example.org /@bob a@b"]);
  });

  it("leave a text without them as it is", () => {
    expect(mentionsIn("nobody @ all")).toEqual(["nobody @ all"]);
  });
});

describe("what is being named at the caret", () => {
  it("is a person after an @, from the first letter on", () => {
    expect(queryAt("Thanks @ma", 10)).toEqual({ kind: "mention", from: 7, to: 10, word: "ma" });
    expect(queryAt("@", 1)).toEqual({ kind: "mention", from: 0, to: 1, word: "" });
  });

  it("is an emoji after a colon and two letters", () => {
    expect(queryAt(":sm", 3)).toEqual({ kind: "emoji", from: 0, to: 3, word: "sm" });
    expect(queryAt(":s", 2)).toBeUndefined();
  });

  it("is nothing inside of a word or after it", () => {
    expect(queryAt("ada@ex", 6)).toBeUndefined();
    expect(queryAt("12:30", 5)).toBeUndefined();
    expect(queryAt("@ma ", 4)).toBeUndefined();
  });
});
