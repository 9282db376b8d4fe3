// What comes from outside is looked at here. Lengths are Parley's.

const MAX_ID = 40;
const MAX_KEY = 64;
const MAX_TEXT = 8000;

/** What a client got wrong, in the form in which it is told. */
export class BadInput extends Error {
  code = "bad_request";
}

/** What a client sent, if it is an object. */
export function fields(value) {
  if (typeof value !== "object" || value === null) throw new BadInput("Send an object");
  return value;
}

/** A name of a user or a room, as the generator chooses them. */
export function id(value, field) {
  return string(value, field, MAX_ID);
}

/** What tells a message apart from the others of its sender. */
export function key(value) {
  return string(value, "key", MAX_KEY);
}

export function text(value) {
  return string(value, "text", MAX_TEXT);
}

/** A place in a room's log: 0 is before the first message. */
export function seq(value, field) {
  return integer(value, field, 0, Number.MAX_SAFE_INTEGER);
}

export function integer(value, field, least, most) {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new BadInput(`${field} must be an integer from ${least} to ${most}`);
  }
  return value;
}

export function truth(value, field) {
  if (typeof value !== "boolean") throw new BadInput(`${field} must be true or false`);
  return value;
}

function string(value, field, most) {
  if (typeof value !== "string" || value.length === 0 || value.length > most) {
    throw new BadInput(`${field} must be a text of 1 to ${most} characters`);
  }
  return value;
}
