package im.parley.cluster.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.live.NodeBus;
import im.parley.core.live.Notice;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every bus promises, for the node that says something and for the one that hears it. */
public abstract class BusContract {

  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ADA = new UserId("ada");
  private static final SignalEvent DRAFTED =
      new SignalEvent(ROOM, new Signal.RoomUnread(1, 0, 2, 1));

  private final SharedLog log = new SharedLog();
  private final RecordingListener near = new RecordingListener();
  private final RecordingListener far = new RecordingListener();

  /** The bus of the node that speaks, and that of the node that hears; one node may be both. */
  public record Ends(NodeBus speaking, NodeBus hearing) {}

  /**
   * Two ends of a bus.
   *
   * @param near hears what the speaking node hears
   * @param far hears what the hearing node hears; not asked if that is the same
   */
  protected abstract Ends open(RecordingListener near, RecordingListener far, SharedLog log);

  private RecordingListener heardBy(Ends ends) {
    return ends.speaking().equals(ends.hearing()) ? near : far;
  }

  @Test
  void eventsReachTheNodesThatFollowTheirRoomInOrder() throws Exception {
    Ends ends = open(near, far, log);
    ends.speaking().follow(ROOM).get(10, TimeUnit.SECONDS);
    ends.hearing().follow(ROOM).get(10, TimeUnit.SECONDS);
    for (int i = 0; i < 200; i++) {
      ends.speaking().publish(log.post(ROOM, 1 + i % 3));
    }
    List<DurableEvent> all = log.events(ROOM, 0, 1_000).items();
    for (DurableEvent event : all) {
      assertThat(heardBy(ends).nextEvent()).isEqualTo(event);
    }
  }

  @Test
  void signalsAndNoticesReachThoseWhoFollow() throws Exception {
    Ends ends = open(near, far, log);
    ends.hearing().follow(ROOM).get(10, TimeUnit.SECONDS);
    ends.hearing().follow(ADA).get(10, TimeUnit.SECONDS);
    Signal typing = new Signal.Typing(ADA, true);
    ends.speaking().signal(ROOM, typing);
    assertThat(heardBy(ends).nextNews()).isEqualTo(new RecordingListener.Signalled(ROOM, typing));
    for (Notice notice :
        List.of(
            new Notice.Joined(ROOM),
            new Notice.Told(DRAFTED),
            new Notice.ToldElsewhere(DRAFTED, new SessionId("s1")))) {
      ends.speaking().tell(ADA, notice);
      assertThat(heardBy(ends).nextNews()).isEqualTo(new RecordingListener.Told(ADA, notice));
    }
  }

  @Test
  void whatIsForThisNodeAloneStaysHere() throws Exception {
    Ends ends = open(near, far, log);
    ends.hearing().follow(ADA).get(10, TimeUnit.SECONDS);
    ends.speaking().tellHere(ADA, new Notice.Joined(ROOM));
    assertThat(near.nextNews()).isEqualTo(new RecordingListener.Told(ADA, new Notice.Joined(ROOM)));
    ends.speaking().tell(ADA, new Notice.Told(DRAFTED));
    assertThat(heardBy(ends).nextNews())
        .isEqualTo(new RecordingListener.Told(ADA, new Notice.Told(DRAFTED)));
  }

  @Test
  void endingASessionWaitsUntilItIsOverEverywhere() throws Exception {
    Ends ends = open(near, far, log);
    ends.hearing().follow(ADA).get(10, TimeUnit.SECONDS);
    CompletableFuture<Void> over = new CompletableFuture<>();
    heardBy(ends).over = over;
    List<SessionId> sessions = List.of(new SessionId("s1"), new SessionId("s2"));
    CompletableFuture<Void> ending =
        CompletableFuture.runAsync(() -> ends.speaking().end(ADA, sessions));
    while (heardBy(ends).ended().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(ending).isNotDone();
    over.complete(null);
    ending.get(3, TimeUnit.SECONDS);
    assertThat(heardBy(ends).ended()).contains(sessions);
  }
}
