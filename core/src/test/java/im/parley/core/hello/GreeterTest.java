package im.parley.core.hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.TestChat;
import im.parley.core.live.LiveConfig;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.Hello;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.RevokeSession;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.ResumeVerdict;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GreeterTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;
  private static final Hello NOBODY = new Hello("pa_" + "A".repeat(43), null, null, null);

  @AutoClose private final TestChat chat = new TestChat();
  private final SignedIn ada = chat.register("ada");
  private final Caller.SignedIn caller = TestChat.caller(ada);

  @Test
  void welcomesWithEverythingThatAClientNeeds() {
    RoomId engines = room("Engines");
    chat.clock().advance(Duration.ofSeconds(1));
    say(GENERAL, 1);

    Greeting.Welcomed greeting = welcome(Map.of(), null);

    assertThat(greeting.caller()).isEqualTo(caller);
    assertThat(greeting.welcome().user()).isEqualTo(ada.user());
    assertThat(greeting.welcome().session()).isEqualTo(ada.session());
    assertThat(greeting.welcome().serverTime()).isEqualTo(chat.clock().instant());
    assertThat(greeting.welcome().heartbeatMs()).isEqualTo(25_000);
    assertThat(greeting.welcome().epoch()).isEqualTo("e1");
    assertThat(greeting.welcome().rooms())
        .extracting(RoomSummary::id)
        .containsExactly(GENERAL, engines);
    assertThat(greeting.welcome().moreRooms()).isFalse();
    assertThat(greeting.welcome().resume()).isEmpty();
    assertThat(greeting.continuations())
        .containsExactlyInAnyOrder(
            new Continuation(GENERAL, 2, 2), new Continuation(engines, 1, 1));
    assertThat(LiveConfig.defaults())
        .isEqualTo(new LiveConfig(Duration.ofSeconds(10), Duration.ofSeconds(25)));
  }

  @Test
  void showsTwoHundredRoomsAndStreamsAll() {
    IntStream.range(0, 200).forEach(i -> room("Room " + i));

    Greeting.Welcomed greeting = welcome(Map.of(), null);

    assertThat(greeting.welcome().rooms()).hasSize(200);
    assertThat(greeting.welcome().moreRooms()).isTrue();
    assertThat(greeting.continuations()).hasSize(201);
  }

  @Test
  void goesOnWhereTheClientWas() {
    say(GENERAL, 3);

    assertResumes(2, null, ResumeVerdict.DELTA, 2);
    assertResumes(4, "e1", ResumeVerdict.DELTA, 4);
    assertResumes(0, null, ResumeVerdict.DELTA, 0);
    assertThat(welcome(Map.of("general", 2L), null).continuations())
        .containsExactly(new Continuation(GENERAL, 2, 4));
  }

  @Test
  void beginsAnewAfterAnotherLifeOrAheadOfTheLog() {
    say(GENERAL, 3);

    assertResumes(2, "e0", ResumeVerdict.RESET, 4);
    assertResumes(5, null, ResumeVerdict.RESET, 4);
    chat.log().beginLife("e2");
    assertResumes(2, "e1", ResumeVerdict.RESET, 4);
    assertResumes(2, null, ResumeVerdict.DELTA, 2);
  }

  @Test
  void beginsAnewTooFarBehind() {
    say(GENERAL, (int) Resumption.MAX_BEHIND);

    assertResumes(1, null, ResumeVerdict.DELTA, 1);
    assertResumes(0, null, ResumeVerdict.RESET, Resumption.MAX_BEHIND + 1);
  }

  @Test
  void roomsThatAreNotOnesOwnAreGoneWhateverTheEpoch() {
    Caller.SignedIn grace = chat.signUp("grace");
    RoomId left = room("Left");
    chat.ask(caller, new LeaveRoom(left));
    RoomId secret =
        chat.ask(grace, new CreateRoom(RoomKind.PRIVATE, "Secret", null, null, null)).room().id();
    Map<String, Long> named =
        Map.of(left.value(), 1L, secret.value(), 1L, "no such room!", 1L, "general", 1L);

    for (String epoch : new String[] {"e1", "e0"}) {
      Greeting.Welcomed greeting = welcome(named, epoch);

      assertThat(greeting.welcome().resume())
          .hasSize(4)
          .containsEntry(left.value(), ResumeVerdict.GONE)
          .containsEntry(secret.value(), ResumeVerdict.GONE)
          .containsEntry("no such room!", ResumeVerdict.GONE);
      assertThat(greeting.continuations()).extracting(Continuation::room).containsExactly(GENERAL);
    }
  }

  @Test
  void aThousandRoomsMayBeNamed() {
    assertThat(welcome(rooms(1000), null).welcome().resume()).hasSize(1000);

    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> welcome(rooms(1001), null));

    assertThat(refused.refusal().code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.refusal().field()).isEqualTo("resume");
  }

  @Test
  void turnsAwayWithoutAGoodToken() {
    List<Caller.SignedIn> recognised = new ArrayList<>();

    assertThat(greet(NOBODY, recognised)).isEqualTo(new Greeting.TokenUnknown());
    chat.clock().advance(Duration.ofMinutes(15));
    assertThat(greet(hello(Map.of(), null), recognised)).isEqualTo(new Greeting.TokenExpired());
    assertThat(recognised).isEmpty();
  }

  @Test
  void aSessionThatEndsWhileItIsGreetedIsNotLetIn() {
    Greeting greeting =
        chat.core()
            .greeter()
            .greet(
                hello(Map.of(), null),
                TestChat.ADDRESS,
                known -> chat.ask(known, new RevokeSession(known.session())));

    assertThat(greeting).isEqualTo(new Greeting.TokenUnknown());
  }

  @Test
  void aRoomThatIsJoinedOnceSomebodyListensIsWelcomed() {
    Greeting greeting =
        chat.core().greeter().greet(hello(Map.of(), null), TestChat.ADDRESS, _ -> room("Engines"));

    assertThat(((Greeting.Welcomed) greeting).continuations()).hasSize(2);
  }

  @Test
  void aCrowdIsGreetedInTurns() throws InterruptedException {
    CountDownLatch crowded = new CountDownLatch(Greeter.MAX_AT_ONCE);
    CountDownLatch open = new CountDownLatch(1);
    Greeter greeter = chat.core().greeter();
    List<CompletableFuture<Greeting>> greetings =
        IntStream.rangeClosed(0, Greeter.MAX_AT_ONCE)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () ->
                        greeter.greet(
                            hello(Map.of(), null),
                            TestChat.ADDRESS,
                            _ -> {
                              crowded.countDown();
                              await(open);
                            }),
                    task -> Thread.ofVirtual().start(task)))
            .toList();
    crowded.await();
    while (greeter.waiting() == 0) {
      Thread.onSpinWait();
    }
    open.countDown();

    assertThat(greetings)
        .map(CompletableFuture::join)
        .allMatch(greeting -> greeting instanceof Greeting.Welcomed);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertResumes(long seq, @Nullable String epoch, ResumeVerdict verdict, long after) {
    Greeting.Welcomed greeting = welcome(Map.of("general", seq), epoch);

    assertThat(greeting.welcome().resume()).isEqualTo(Map.of("general", verdict));
    assertThat(greeting.continuations())
        .extracting(Continuation::room, Continuation::after)
        .containsExactly(tuple(GENERAL, after));
  }

  private Greeting.Welcomed welcome(Map<String, Long> resume, @Nullable String epoch) {
    List<Caller.SignedIn> recognised = new ArrayList<>();
    Greeting greeting = greet(hello(resume, epoch), recognised);
    assertThat(recognised).containsExactly(caller);
    return (Greeting.Welcomed) greeting;
  }

  private Greeting greet(Hello hello, List<Caller.SignedIn> recognised) {
    return chat.core().greeter().greet(hello, TestChat.ADDRESS, recognised::add);
  }

  private Hello hello(Map<String, Long> resume, @Nullable String epoch) {
    return new Hello(ada.accessToken(), resume, epoch, "test");
  }

  private static Map<String, Long> rooms(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "r" + i, i -> (long) i));
  }

  private RoomId room(String name) {
    return chat.ask(caller, new CreateRoom(RoomKind.PUBLIC, name, null, null, null)).room().id();
  }

  private void say(RoomId room, int times) {
    for (int i = 0; i < times; i++) {
      chat.ask(caller, new SendMessage(room, MessageKey.random(), "hello"));
    }
  }
}
