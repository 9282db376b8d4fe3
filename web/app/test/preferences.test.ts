import { describe, expect, it } from "vitest";
import { hasKeyword, keywordsOf, piecesOf } from "../src/people/keywords.ts";
import { isSwitchedOff, switchLetterKeys } from "../src/settings/letter-keys.ts";
import { firstHours, withDay, wordsIn } from "../src/settings/wanted.ts";

/** A text with the keywords that are found in it in brackets. */
function marked(text: string, ...words: string[]): string {
  const pieces = piecesOf(text, keywordsOf(words));
  return pieces.map((piece) => (typeof piece === "string" ? piece : `[${piece.word}]`)).join("");
}

describe("keywords", () => {
  it("are found whatever their case and accents, as they stand", () => {
    expect(marked("Die MÜHLE steht, die Mühle!", "muhle")).toBe("Die [MÜHLE] steht, die [Mühle]!");
    expect(marked("ﬁnd it", "Find")).toBe("[ﬁnd] it");
  });

  it("are whole words, and phrases", () => {
    expect(marked("a canary_build, canaries", "canary")).toBe("a canary_build, canaries");
    expect(marked("who is on call?", "on call", "on")).toBe("who is [on call]?");
    expect(marked("今日は晴れ", "晴れ")).toBe("今日は[晴れ]");
  });

  it("are none where there are none", () => {
    expect(piecesOf("a text", [])).toEqual(["a text"]);
    expect(hasKeyword("a text", keywordsOf([" ", "\u0301"]))).toBe(false);
    expect(hasKeyword("a text", keywordsOf(["text"]))).toBe(true);
  });

  it("are read from a list with commas", () => {
    expect(wordsIn(" mill,, on  call ,mill ")).toEqual(["mill", "on call"]);
  });
});

describe("quiet hours", () => {
  const night = firstHours("Europe/Berlin");

  it("are on some days, on every day, and never on none", () => {
    const most = withDay(night, 7, false);
    expect(most.days).toEqual([1, 2, 3, 4, 5, 6]);
    expect(withDay(most, 7, true)).toEqual(night);
    expect(withDay({ ...night, days: [3] }, 3, false).days).toEqual([3]);
  });
});

describe("keys of a single letter", () => {
  it("can be switched off, and no others", () => {
    expect(isSwitchedOff({ key: "r" })).toBe(false);
    switchLetterKeys(false);
    expect(["r", "+", "Enter", "Delete", "ArrowUp"].filter((key) => isSwitchedOff({ key }))).toEqual(["r", "+"]);
    switchLetterKeys(true);
    expect(isSwitchedOff({ key: "r" })).toBe(false);
  });
});
