package im.parley.core.dispatch;

import im.parley.protocol.event.SignalEvent;

/** One live connection, for those who have news for it alone. Each is equal to itself only. */
public interface Line {

  /** Tells it something. Called on any thread; does not block. What is told keeps its order. */
  void say(SignalEvent event);

  /** Whether it goes on; once it does not, it never does again. Called on any thread. */
  boolean isOpen();
}
