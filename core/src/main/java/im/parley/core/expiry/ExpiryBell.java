package im.parley.core.expiry;

import im.parley.core.log.CommitListener;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tells when a message's time is over that has just been posted. */
public final class ExpiryBell implements CommitListener {

  private volatile Consumer<Instant> listener = _ -> {};

  @Override
  public void committed(List<DurableEvent> events) {
    for (DurableEvent event : events) {
      if (event.data() instanceof Fact.MessagePosted posted && posted.expiresAt() != null) {
        listener.accept(posted.expiresAt());
      }
    }
  }

  /** From now on this listener, which must be quick, is told; nobody else is. */
  public void tell(Consumer<Instant> whom) {
    listener = whom;
  }
}
