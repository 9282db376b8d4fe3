package im.parley.core.log;

/** Which part of a room's messages is wanted. */
public sealed interface HistoryWindow {

  /** The newest messages. {@code more}: there are older ones. */
  record Newest() implements HistoryWindow {}

  /** The messages just before this seq. {@code more}: there are older ones. */
  record Before(long seq) implements HistoryWindow {}

  /** The messages just after this seq. {@code more}: there are newer ones. */
  record After(long seq) implements HistoryWindow {}

  /** As many at or before this seq as after it. {@code more}: there are older ones. */
  record Around(long seq) implements HistoryWindow {}
}
