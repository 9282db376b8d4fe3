package im.parley.core.log;

import im.parley.protocol.event.DurableEvent;
import java.util.List;

/** Hears of everything that this node has committed. */
@FunctionalInterface
public interface CommitListener {

  /**
   * Called after each commit, by one thread at a time, in commit order. It must be quick: the next
   * commit's acknowledgements wait for it.
   *
   * @param events what was committed; each room's events in seq order
   */
  void committed(List<DurableEvent> events);

  /** Tells this one, then the other. */
  default CommitListener andThen(CommitListener other) {
    return events -> {
      committed(events);
      other.committed(events);
    };
  }
}
