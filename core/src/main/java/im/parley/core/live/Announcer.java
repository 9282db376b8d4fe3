package im.parley.core.live;

import im.parley.core.log.CommitListener;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import java.util.List;

/** Announces every commit, so that no handler can forget to. */
public final class Announcer implements CommitListener {

  private final Bus bus;

  public Announcer(Bus bus) {
    this.bus = bus;
  }

  @Override
  public void committed(List<DurableEvent> events) {
    bus.publish(events);
    for (DurableEvent event : events) {
      if (event.data() instanceof Fact.MemberJoined joined) {
        bus.tell(joined.user(), new Notice.Joined(event.room()));
      }
    }
  }
}
