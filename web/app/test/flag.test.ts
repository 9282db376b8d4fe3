import { describe, expect, it } from "vitest";
import { flagOf, patterns } from "../src/people/flag.ts";

const ids = Array.from({ length: 2000 }, (_, index) => `u${index}`);
const light = new Set(["#F4F0E6", "#D9A233"]);

describe("flags", () => {
  it("are the same for the same id", () => {
    expect(flagOf("u7")).toEqual(flagOf("u7"));
  });

  it("always pair a dark ink with a light one", () => {
    for (const { ground, figure } of ids.map(flagOf)) {
      expect(light.has(ground)).not.toBe(light.has(figure));
    }
  });

  it("use every pattern about equally often", () => {
    for (const pattern of patterns) {
      const count = ids.filter((id) => flagOf(id).pattern === pattern).length;
      expect(count).toBeGreaterThan(120);
    }
  });

  it("differ widely between ids that differ in one digit", () => {
    const flags = new Set(ids.map((id) => JSON.stringify(flagOf(id))));
    expect(flags.size).toBe(10 * 6 * 2 * 2);
  });
});
