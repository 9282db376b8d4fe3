package im.parley.edge.session;

import im.parley.core.dispatch.Line;
import im.parley.core.presence.Chosen;
import im.parley.core.presence.Liveness;
import im.parley.core.presence.PresenceBoard;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Presence;
import java.util.List;

/** A board that nobody looks at. */
final class FakePresence implements PresenceBoard {

  @Override
  public void here(UserId user) {}

  @Override
  public void gone(UserId user) {}

  @Override
  public void active(UserId user) {}

  @Override
  public Liveness liveness(UserId user) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void choose(UserId user, Chosen chosen) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Presence> watch(UserId watcher, Line line, List<UserId> users) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void unwatch(Line line) {}
}
