package im.parley.core.log;

import im.parley.protocol.event.DurableEvent;

/** What became of a draft. */
public sealed interface Outcome {

  /** It is in the log now. */
  record Appended(DurableEvent event) implements Outcome {}

  /** It was in the log already, under the same key; nothing was done. */
  record Repeated(DurableEvent first) implements Outcome {}

  /** There was nothing to change, for example joining a room that one is in. */
  record Unchanged() implements Outcome {}
}
