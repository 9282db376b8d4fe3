package im.parley.protocol.generate;

/** What the value of a field looks like on the wire. */
sealed interface Shape {

  /** Any text. */
  record Text() implements Shape {}

  /** A name of something: a string type of its own. */
  record Name(Class<?> type) implements Shape {}

  /** An RFC 3339 time. */
  record Time() implements Shape {}

  /** A whole number. */
  record Whole() implements Shape {}

  /** True or false. */
  record Flag() implements Shape {}

  /** Several of a kind, in order. */
  record ListOf(Shape element) implements Shape {}

  /** Values by name. */
  record MapOf(Shape value) implements Shape {}

  /** One of a fixed set of words. */
  record Choice(Class<?> type) implements Shape {}

  /** A record with a name of its own. */
  record View(Class<?> type) implements Shape {}

  /** What an event carries: it depends on the event's type. */
  record EventData() implements Shape {}
}
