package im.parley.edge.session;

import im.parley.protocol.event.SignalEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a session's signals of presence behind the answer that they follow on: a change may be told
 * before the answer that was made before it. Confined to the session's event loop.
 */
final class PresenceOrder {

  private final List<SignalEvent> held = new ArrayList<>(0);
  private int unanswered;

  /** The client has asked how some users are. */
  void asked() {
    unanswered++;
  }

  /** It has been answered; what may be told now. */
  List<SignalEvent> answered() {
    unanswered--;
    if (unanswered > 0) {
      return List.of();
    }
    List<SignalEvent> due = List.copyOf(held);
    held.clear();
    return due;
  }

  /** A signal has come; what may be told now. */
  List<SignalEvent> came(SignalEvent event) {
    if (unanswered == 0) {
      return List.of(event);
    }
    held.add(event);
    return List.of();
  }
}
