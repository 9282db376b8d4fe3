package im.parley.core.presence;

import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.Optional;

/** This node is the only one. */
public final class NoOtherNodes implements OtherNodes {

  @Override
  public void listen(Listener listener) {}

  @Override
  public void follow(UserId user) {}

  @Override
  public void leave(UserId user) {}

  @Override
  public void here(UserId user, Instant activeAt) {}

  @Override
  public void gone(UserId user, Instant at) {}

  @Override
  public void chose(UserId user, PresenceRecord kept) {}

  @Override
  public Optional<Instant> activeAt(UserId user) {
    return Optional.empty();
  }
}
