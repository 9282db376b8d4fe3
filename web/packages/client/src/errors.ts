import type { WireError } from "./generated/protocol.ts";

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
