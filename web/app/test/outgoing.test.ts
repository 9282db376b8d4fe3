import { expect, it } from "vitest";
import { toldOf } from "../src/rooms/outgoing-hooks.tsx";

it("an outgoing webhook says what it is told of", () => {
  expect(toldOf({ events: ["message.posted"], keywords: [] })).toBe("told of messages");
  expect(toldOf({ events: ["message.posted"], keywords: ["/deploy", "!"] })).toBe(
    "told of messages that begin with /deploy, !",
  );
  expect(toldOf({ events: ["message.posted", "room.updated"], keywords: [] })).toBe("told of everything that happens");
});
