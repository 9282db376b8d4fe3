import { describe, expect, it } from "vitest";
import { commandOrQueryAt, queryAt } from "../src/composer/naming.ts";
import { sayAll, wishOf } from "../src/slash/wish.ts";

describe("a text that is sent", () => {
  it("asks for a command where it begins with one", () => {
    expect(wishOf("/weave")).toEqual({ kind: "run", name: "weave", text: "" });
    expect(wishOf("/Weave  18 42 \n")).toEqual({ kind: "run", name: "weave", text: "18 42" });
    expect(wishOf("/weave\ntwo\nlines")).toEqual({ kind: "run", name: "weave", text: "two\nlines" });
  });

  it("says a slash that is written twice once", () => {
    expect(wishOf("//weave 7")).toEqual({ kind: "say", text: "/weave 7" });
  });

  it.each(["/etc/hosts", "/", "/ weave", "a /weave", " /weave", "// a comment", "//cdn.example/x", "///", "/wéave", "/--"])(
    "says %s as it stands",
    (text) => expect(wishOf(text)).toEqual({ kind: "say", text }),
  );

  it("says everything where there are no commands", () => {
    expect(sayAll("/weave")).toEqual({ kind: "say", text: "/weave" });
  });
});

describe("a command is named", () => {
  it("at the beginning of a text alone", () => {
    expect(commandOrQueryAt("/we", 3)).toEqual({ kind: "command", from: 0, to: 3, word: "we" });
    expect(commandOrQueryAt("/", 1)).toMatchObject({ kind: "command", word: "" });
    expect(commandOrQueryAt("/weave 7", 8)).toBeUndefined();
    expect(commandOrQueryAt("see /we", 7)).toBeUndefined();
    expect(commandOrQueryAt("/we @ad", 7)).toMatchObject({ kind: "mention", word: "ad" });
  });

  it("where commands are taken", () => {
    expect(queryAt("/we", 3)).toBeUndefined();
  });
});
