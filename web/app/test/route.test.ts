import { describe, expect, it } from "vitest";
import { pathOf, routeOf } from "../src/navigation/route.ts";

const room = { name: "room", room: "release-desk", details: false } as const;

describe("a path", () => {
  it.each([
    ["/", { name: "home" }],
    ["/invites/k3hX9q2L-_mT", { name: "invite", code: "k3hX9q2L-_mT" }],
    ["/rooms/release-desk", room],
    ["/rooms/release-desk/details", { ...room, details: true }],
    ["/rooms/release-desk/42", { ...room, message: 42 }],
    ["/rooms/release-desk/42/thread", { ...room, thread: 42 }],
    ["/rooms/release-desk/42/thread/57", { ...room, thread: 42, message: 57 }],
  ] as const)("%s names one place, and the place that path", (path, route) => {
    expect(routeOf(path)).toEqual(route);
    expect(pathOf(route)).toBe(path);
  });

  it("that is not known leads home", () => {
    expect(routeOf("/rooms/a b")).toEqual({ name: "home" });
    expect(routeOf("/rooms/r1/42/thread/57/more")).toEqual({ name: "home" });
    expect(routeOf("/rooms/r1/12345678901234567890")).toEqual({ name: "home" });
  });
});
