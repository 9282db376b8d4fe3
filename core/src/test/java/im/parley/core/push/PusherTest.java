package im.parley.core.push;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.fake.FakePushService;
import im.parley.core.fake.InMemoryPush;
import im.parley.core.fake.TestChat;
import im.parley.core.presence.Chosen;
import im.parley.core.push.PushService.Answer;
import im.parley.core.push.PushService.Urgency;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.push.PushedMessage;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.RoomKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From a commit to a push service. */
class PusherTest {

  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final Duration SOON = Duration.ofMillis(1);
  private static final PushConfig CONFIG =
      new PushConfig(Duration.ZERO, 2, 10, 2, 3, SOON, Duration.ofMinutes(1));

  @AutoClose private final TestChat chat = new TestChat();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final InMemoryPush browsers = new InMemoryPush();
  private final FakePushService service = new FakePushService();
  private final PostedQueue queue = new PostedQueue(CONFIG);
  private final PushTarget phone = new PushTarget("phone", "https://push.example/1", "k", "a");

  @AfterEach
  void stop() {
    queue.close();
  }

  @Test
  void aMessageIsPushedToThoseWhoWantIt() throws Exception {
    subscribe();
    try (Pusher _ = start()) {
      post(1);

      FakePushService.Sent sent = service.take();
      assertThat(sent.target()).isEqualTo(phone);
      assertThat(sent.push())
          .isEqualTo(
              new PushService.Push(
                  new PushedMessage("message", ROOM, 1, ADA, "Ada · Engines", "Message 1", 4),
                  Urgency.NORMAL));
      awaitCount("parley.push.sent", 1);
    }
  }

  @Test
  void aServiceThatIsBusyIsTriedAgain() throws Exception {
    subscribe();
    service.answer(new Answer.Later(Optional.empty()), new Answer.Later(Optional.of(SOON)));
    try (Pusher _ = start()) {
      post(1);

      for (int i = 0; i < 3; i++) {
        assertThat(service.take().push().message().seq()).isEqualTo(1);
      }
      awaitCount("parley.push.sent", 1);
    }
  }

  @Test
  void whatIsNeverTakenIsDropped() throws Exception {
    subscribe();
    Answer later = new Answer.Later(Optional.empty());
    service.answer(later, later, later, new Answer.Later(Optional.of(Duration.ofHours(2))));
    try (Pusher _ = start()) {
      post(1);
      awaitCount("parley.push.dropped", 1);
      post(2);
      awaitCount("parley.push.dropped", 2);
    }
    assertThat(service.left()).isEqualTo(4);
  }

  @Test
  void aBrowserThatHasGoneIsForgotten() throws Exception {
    subscribe();
    service.answer(new Answer.Gone());
    try (Pusher _ = start()) {
      post(1);
      awaitCount("parley.push.failed", 1);
    }
    assertThat(browsers.find(phone.id())).isEmpty();
  }

  @Test
  void aBrowserThatIsRemovedBeforeTheNextTryIsNotTriedAgain() throws Exception {
    subscribe();
    service.answer(new Answer.Later(Optional.empty()));
    browsers.remove(BOB, phone.id());
    queue.somebody();
    try (Pusher _ = start()) {
      post(1);
      post(2);
      assertThat(List.of(service.take(), service.take()))
          .extracting(sent -> sent.push().message().seq())
          .containsExactlyInAnyOrder(1L, 2L);
      awaitCount("parley.push.sent", 1);
    }
    assertThat(service.left()).isZero();
  }

  @Test
  void whileThereIsNoBrowserNothingWaits() throws Exception {
    queue.nobodyYet();
    post(1);
    queue.somebody();
    queue.nobodyYet();
    post(2);

    assertThat(queue.take()).map(PostedQueue.Posted::seq).contains(2L);
  }

  @Test
  void whenTooManyWaitTheOldestAreNotPushed() throws Exception {
    post(1);
    post(2);
    post(3);

    assertThat(queue.take()).map(PostedQueue.Posted::seq).contains(2L);
    assertThat(queue.dropped()).isEqualTo(1);
    queue.close();
    assertThat(queue.take()).isEmpty();
  }

  private void subscribe() {
    browsers.keep(BOB, new SessionId("s1"), phone);
  }

  private Pusher start() {
    PushPorts ports = new PushPorts(browsers, (_, seq) -> Optional.of(occasion(seq)), service);
    return Pusher.start(queue, ports, chat.presence(), chat.clock(), CONFIG, registry);
  }

  private void post(long seq) {
    queue.committed(List.of(new DurableEvent(ROOM, seq, Instant.EPOCH, ADA, message(seq))));
  }

  private static Fact.MessagePosted message(long seq) {
    return new Fact.MessagePosted("Message **" + seq + "**", seq, new MessageKey("k" + seq));
  }

  private Occasion occasion(long seq) {
    return new Occasion(
        new Occasion.Place(ROOM, seq, RoomKind.PUBLIC, "Engines"),
        new Occasion.Author(ADA, "Ada"),
        message(seq),
        Set.of(),
        List.of(
            new Recipient(
                BOB,
                NotifyLevel.ALL,
                new Recipient.Reading(0, 4),
                Chosen.NOTHING,
                Preferences.NONE,
                List.of(phone))));
  }

  private void awaitCount(String name, double count) {
    while (registry.get(name).counter().count() < count) {
      Thread.onSpinWait();
    }
  }
}
