import type { DurableEvent, ErrorCode, Signal, WireError } from "../generated/protocol.ts";

/** A frame from the server, told apart by what it is. */
export type Frame =
  | { readonly kind: "reply"; readonly id: number; readonly result: Result }
  | { readonly kind: "fact"; readonly fact: DurableEvent }
  | { readonly kind: "signal"; readonly signal: Signal }
  /** Nothing that this client knows. */
  | { readonly kind: "unknown" };

/** How a command ended. */
export type Result =
  | { readonly kind: "ok"; readonly ok: unknown }
  | { readonly kind: "error"; readonly error: WireError };

const unknown: Frame = { kind: "unknown" };

/**
 * Tells a frame apart by its shape. What has no known shape is ignored, so that a newer server can say more; the
 * contents of known shapes are the server's word.
 */
export function decode(text: unknown): Frame {
  const frame = parse(text);
  if (frame === undefined) return unknown;
  if (typeof frame["id"] === "number") return reply(frame["id"], frame);
  if (typeof frame["type"] !== "string" || !isObject(frame["data"])) return unknown;
  if (typeof frame["seq"] === "number" && typeof frame["room"] === "string") {
    return { kind: "fact", fact: frame as unknown as DurableEvent };
  }
  return { kind: "signal", signal: frame as unknown as Signal };
}

/** A command as it is sent. */
export function encode(id: number, type: string, data: object): string {
  return JSON.stringify({ id, type, data });
}

function reply(id: number, frame: Readonly<Record<string, unknown>>): Frame {
  if (isObject(frame["error"])) {
    return { kind: "reply", id, result: { kind: "error", error: wireError(frame["error"]) } };
  }
  return { kind: "reply", id, result: { kind: "ok", ok: frame["ok"] ?? {} } };
}

function wireError(error: Readonly<Record<string, unknown>>): WireError {
  const code = typeof error["code"] === "string" ? (error["code"] as ErrorCode) : "internal";
  const message = typeof error["message"] === "string" ? error["message"] : "The server refused.";
  return { ...(error as object), code, message, retry: error["retry"] === true };
}

function parse(text: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const frame: unknown = JSON.parse(text);
    return isObject(frame) ? frame : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
