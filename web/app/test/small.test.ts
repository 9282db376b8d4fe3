import { describe, expect, it } from "vitest";
import { toggleFormat, type Edit } from "../src/composer/format.ts";
import { pathOf, routeOf } from "../src/navigation/route.ts";
import { joinNames } from "../src/people/names.ts";
import { search } from "../src/switcher/search.ts";
import { deviceName } from "../src/session/device.ts";
import { plainText } from "../src/timeline/plain-text.ts";
import { wordsOf } from "../src/ui/words.ts";
import { clockTime, dayLabel, exactTime, listTime } from "../src/ui/time.ts";

function after(text: string, { from, to, insert }: Edit): string {
  return text.slice(0, from) + insert + text.slice(to);
}

describe("formats", () => {
  it("are put around the selection and taken away again", () => {
    const bold = toggleFormat("bold", "a word here", 2, 6);
    const text = after("a word here", bold);
    expect(text).toBe("a **word** here");
    expect(text.slice(bold.start, bold.end)).toBe("word");
    const bare = toggleFormat("bold", text, bold.start, bold.end);
    expect(after(text, bare)).toBe("a word here");
    expect("a word here".slice(bare.start, bare.end)).toBe("word");
  });
});

describe("routes", () => {
  it("survive the way to a path and back", () => {
    for (const path of ["/", "/rooms/r_1", "/rooms/r-1/details"]) {
      expect(pathOf(routeOf(path))).toBe(path);
    }
  });

  it("lead home from any other path", () => {
    expect(routeOf("/rooms/../x").name).toBe("home");
    expect(routeOf(`/rooms/${"x".repeat(41)}`).name).toBe("home");
  });
});

describe("names", () => {
  it("are joined as people do", () => {
    expect(joinNames(["Maja"])).toBe("Maja");
    expect(joinNames(["Maja", "Ama"])).toBe("Maja and Ama");
    expect(joinNames(["Maja", "Ama", "Rob"])).toBe("Maja, Ama and 1 other");
  });
});

describe("search", () => {
  const titles = ["Timetable data", "Maja Lindqvist", "Tomasz Wilk", "Announcements", "Zoë"];
  const find = (query: string) =>
    search(titles.map((title) => ({ item: title, title, weight: 0 })), query);

  it("finds any of the words, beginnings first", () => {
    expect(find("ti ma").map(({ title }) => title)).toEqual([
      "Maja Lindqvist",
      "Timetable data",
      "Tomasz Wilk",
    ]);
  });

  it("says where the match is, without regard to case and accents", () => {
    expect(find("ZOE")).toEqual([{ item: "Zoë", title: "Zoë", ranges: [[0, 3]] }]);
  });
});

describe("plain text", () => {
  it("keeps the words of a markdown source", () => {
    expect(plainText("**Look** at [this](https://example.org)\n\n> `code` here")).toBe(
      "Look at this code here",
    );
    expect(plainText("snake_case_name stays")).toBe("snake_case_name stays");
  });
});

describe("the words of a refusal", () => {
  it("are a sentence that leaves out the wire's name of the field", () => {
    const message = "'password' must be 8 to 128 characters";
    expect(wordsOf({ message, field: "password" })).toBe("Must be 8 to 128 characters.");
    expect(wordsOf({ message: "This name is taken: choose another", field: "username" })).toBe(
      "This name is taken: choose another.",
    );
    expect(wordsOf({ message: "Not now. Try again!" })).toBe("Not now. Try again!");
  });
});

describe("times", () => {
  it("are 24-hour and two digits wide, whatever the reader's locale", () => {
    expect(clockTime("2026-11-22T04:06:59")).toBe("04:06");
    expect(clockTime("2026-11-22T00:00:00")).toBe("00:00");
    expect(clockTime("2026-11-22T23:59:59")).toBe("23:59");
    expect(exactTime("2026-11-22T16:26:00")).toMatch(/^Sunday,? 22 November 2026 at 16:26$/);
  });

  it("grow coarser in lists as they grow old", () => {
    const now = new Date("2026-11-22T12:00:00");
    expect(listTime("2026-11-22T09:05:00", now)).toBe("09:05");
    expect(listTime("2026-11-21T23:30:00", now)).toBe("Yesterday");
    expect(listTime("2026-11-19T12:00:00", now)).toBe("19 Nov");
  });
});

describe("day labels", () => {
  it("name near days and give far ones their year", () => {
    const now = new Date("2026-11-22T12:00:00");
    expect(dayLabel("2026-11-22T00:30:00", now)).toBe("Today, 22 November");
    expect(dayLabel("2026-11-21T23:30:00", now)).toBe("Yesterday, 21 November");
    expect(dayLabel("2025-11-19T12:00:00", now)).toBe("Wednesday, 19 November 2025");
  });
});

describe("the name of a device", () => {
  it("says which browser on which system", () => {
    const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
    expect(deviceName(chrome)).toBe("Chrome on Linux");
    expect(deviceName("curl/8")).toBe("A browser on another system");
  });
});
