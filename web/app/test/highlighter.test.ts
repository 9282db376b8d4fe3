import { expect, test } from "vitest";
import { highlight } from "../src/timeline/highlighter.ts";

const yaml = 'gateway:\n  drain-timeout: 30s # was 5s\n  name: "</code><script>"\n';

test("code is cut into keys, values and remarks, and nothing is lost", () => {
  const pieces = highlight("yaml", yaml) ?? [];
  expect(pieces.map(({ text }) => text).join("")).toBe(yaml);
  const of = (kind: string) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text);
  expect(of("key")).toEqual(["gateway:", "drain-timeout:", "name:"]);
  expect(of("value")).toEqual(["30s", '"</code><script>"']);
  expect(of("remark")).toEqual(["# was 5s"]);
});

test("a language goes by its other names as well, and an unknown one is left alone", () => {
  expect(highlight("ts", "const a = 1;")?.[0]).toEqual({ kind: "key", text: "const" });
  expect(highlight("klingon", "const a = 1;")).toBeUndefined();
});
