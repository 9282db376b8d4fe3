import type { ErrorCode, WireError } from "./generated/protocol.ts";

/** A refusal, by the server or by the client itself, in the wire's own terms. */
export class ParleyError extends Error {
  /** Code, text, whether and when to try again, and the field at fault. */
  readonly error: WireError;

  constructor(error: WireError) {
    super(error.message);
    this.name = "ParleyError";
    this.error = error;
  }

  /** The connection is down, or no answer came in time; trying again later makes sense. */
  static unavailable(message: string): ParleyError {
    return new ParleyError({ code: "unavailable", message, retry: true });
  }

  /** A bound of this client is reached; trying again later makes sense. */
  static overloaded(message: string): ParleyError {
    return new ParleyError({ code: "overloaded", message, retry: true });
  }

  /** The caller gave something that the server would refuse. */
  static badRequest(field: string, message: string): ParleyError {
    return new ParleyError({ code: "bad_request", message, retry: false, field });
  }
}

/** The error in an RFC 9457 body, or one made from the status where a proxy answered instead of the server. */
export function refused(status: number, answer: unknown): ParleyError {
  const problem = answer as Partial<Record<string, unknown>>;
  if (typeof problem["code"] !== "string") {
    return status >= 500 || status === 429
      ? ParleyError.unavailable(`The server cannot answer now (status ${status}). Try again later.`)
      : new ParleyError({
          code: "internal",
          message: `The server's answer is not understood (status ${status}).`,
          retry: false,
        });
  }
  return new ParleyError({
    code: problem["code"] as ErrorCode,
    message: typeof problem["detail"] === "string" ? problem["detail"] : problem["code"],
    retry: problem["retry"] === true,
    ...(typeof problem["retryAfterMs"] === "number" ? { retryAfterMs: problem["retryAfterMs"] } : {}),
    ...(typeof problem["field"] === "string" ? { field: problem["field"] } : {}),
  });
}
