package im.parley.core.log;

import im.parley.protocol.event.DurableEvent;

/** What became of a draft. */
public sealed interface Outcome {

  /** It is in the log now. */
  record Appended(DurableEvent event) implements Outcome {}

  /** It was in the log already, under the same key; nothing was done. */
  record Repeated(DurableEvent first) implements Outcome {}

  /**
   * The log has nothing new to tell: there was nothing to change, for example joining a room that
   * one is in, or it was done and a room's log does not speak of it, for example a ban that was
   * lifted.
   */
  record Unchanged() implements Outcome {}
}
