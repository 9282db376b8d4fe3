package im.parley.core.presence;

import im.parley.core.dispatch.Line;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import java.util.ArrayList;
import java.util.List;

/** A live connection that remembers what it was told. */
final class FakeLine implements Line {

  private final List<Signal> heard = new ArrayList<>();
  private boolean open = true;

  @Override
  public void say(SignalEvent event) {
    heard.add(event.data());
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
  }

  /** What it was told since it was last asked. */
  List<Signal> heard() {
    List<Signal> signals = List.copyOf(heard);
    heard.clear();
    return signals;
  }
}
