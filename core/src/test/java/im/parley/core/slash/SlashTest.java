package im.parley.core.slash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.TestChat;
import im.parley.core.outbound.Outbound;
import im.parley.core.outbound.WebhookSecret;
import im.parley.protocol.command.ChangeMember;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.CreateSlashCommand;
import im.parley.protocol.command.DeleteSlashCommand;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.ListSlashCommands;
import im.parley.protocol.command.RunSlashCommand;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.SlashAnswer;
import im.parley.protocol.reply.SlashSecret;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.RoomKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlashTest {

  private static final String URL = "https://1.1.1.1/slash";

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn bob = chat.signUp("bob");
  private final RoomId room =
      chat.ask(ada, new CreateRoom(RoomKind.PUBLIC, "Engines", null, null, null)).room().id();

  @Test
  void asksAsSlackDoesAndSigns() throws Exception {
    SlashSecret made = create();
    run(ada, "k1", "1842 & all");
    Outbound.Post post = chat.outbound().take();
    assertThat(new String(post.body(), UTF_8))
        .isEqualTo(
            "command=%2Fweave&text=1842+%26+all&user_id="
                + ada.user()
                + "&user_name=ada&channel_id="
                + room);
    assertThat(post.headers()).containsEntry("content-type", "application/x-www-form-urlencoded");
    String id = String.valueOf(post.headers().get("webhook-id"));
    Instant at =
        Instant.ofEpochSecond(
            Long.parseLong(String.valueOf(post.headers().get("webhook-timestamp"))));
    assertThat(post.headers())
        .containsAllEntriesOf(new WebhookSecret(made.secret()).headers(id, at, post.body()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"response_type\": \"ephemeral\", \"text\": \"*Done* it\"}",
        "{\"text\": \"*Done* it\"}",
        "*Done* it"
      })
  void saysItToTheCallerAlone(String answer) {
    create();
    chat.outbound().say(answer);
    assertThat(run(ada, "k1", "")).isEqualTo(new SlashAnswer("**Done** it", null));
    assertThat(messages()).isEmpty();
  }

  @Test
  void saysItToEveryoneOnceHoweverOftenTheKeyComes() {
    SlashSecret made = create();
    join();
    chat.outbound().say("{\"response_type\": \"in_channel\", \"text\": \"The mill weaves\"}");
    SlashAnswer first = run(ada, "k1", "");
    assertThat(first.text()).isNull();
    assertThat(run(ada, "k1", "")).isEqualTo(first);
    assertThat(run(bob, "k1", "").seq()).as("another's key").isNotEqualTo(first.seq());
    assertThat(messages())
        .hasSize(2)
        .allSatisfy(message -> {
          assertThat(message.by()).isEqualTo(made.command().bot());
          assertThat(message.text()).isEqualTo("The mill weaves");
        });
  }

  @Test
  void theSameTryHasTheSameIdAndAnotherHasNot() throws Exception {
    create();
    run(ada, "k1", "");
    run(ada, "k1", "");
    run(ada, "k2", "");
    String id = String.valueOf(chat.outbound().take().headers().get("webhook-id"));
    assertThat(chat.outbound().take().headers()).containsEntry("webhook-id", id);
    assertThat(chat.outbound().take().headers().get("webhook-id")).isNotEqualTo(id);
  }

  @Test
  void nobodyHasMoreThanAFewCarriedOutAtATime() throws Exception {
    create();
    join();
    chat.outbound().hold();
    List<CompletableFuture<SlashAnswer>> slow = new ArrayList<>();
    for (int i = 0; i < SlashPlaces.MAX_PER_USER; i++) {
      slow.add(begin(bob, "k" + i));
      chat.outbound().take();
    }
    assertThat(refused(bob, "weave")).isEqualTo(ErrorCode.RATE_LIMITED);
    CompletableFuture<SlashAnswer> another = begin(ada, "k");
    chat.outbound().take();
    chat.outbound().letGo();
    slow.forEach(CompletableFuture::join);
    another.join();
    assertThat(run(bob, "k", "")).isEqualTo(new SlashAnswer(null, null));
  }

  @Test
  void placesAreBoundedForAllAndComeBack() {
    SlashPlaces places = new SlashPlaces();
    List<SlashPlaces.Place> taken = new ArrayList<>();
    for (int i = 0; i < SlashPlaces.MAX; i++) {
      taken.add(places.take(UserId.random()));
    }
    assertThatThrownBy(() -> places.take(bob.user()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.OVERLOADED));
    taken.getFirst().close();
    places.take(bob.user());
  }

  @Test
  void saysNothingWhereThereIsNothingToSay() {
    create();
    assertThat(run(ada, "k1", "")).isEqualTo(new SlashAnswer(null, null));
  }

  @Test
  void anAnswerThatCannotBeUsedIsSaidWithoutItsReason() {
    create();
    chat.outbound().plan(0, 500);
    chat.outbound().say("x".repeat(8001));
    for (int i = 0; i < 3; i++) {
      Refusal refusal =
          chat.refusal(ada, new RunSlashCommand(room, "weave", null, new MessageKey("k" + i)));
      assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(refusal.message()).startsWith("The command /weave ").doesNotContain("refused");
    }
  }

  @Test
  void membersSeeWhatThereIsAndModeratorsWhereItGoes() {
    SlashSecret made = create();
    join();
    assertThat(chat.ask(ada, new ListSlashCommands(room)).commands())
        .containsExactly(made.command());
    assertThat(chat.ask(bob, new ListSlashCommands(room)).commands())
        .containsExactly(made.command().withoutUrl());
  }

  @Test
  void whoIsMutedHasNothingSaidForThem() {
    create();
    join();
    Instant later = chat.clock().instant().plusSeconds(60);
    chat.ask(ada, new ChangeMember(room, bob.user(), null, later, null));
    assertThat(refused(bob, "weave")).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.outbound().isEmpty()).isTrue();
  }

  @Test
  void aDeletedOneIsGone() {
    create();
    chat.ask(ada, new DeleteSlashCommand(room, "weave"));
    assertThat(refused(ada, "weave")).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(chat.ask(ada, new ListSlashCommands(room)).commands()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://1.1.1.1/", "https://127.0.0.1/", "https://ada@1.1.1.1/", "no url"})
  void goesNowhereButOutside(String url) {
    Refusal refusal = chat.refusal(ada, new CreateSlashCommand(room, "weave", url, ""));
    assertThat(refusal.field()).isEqualTo("url");
  }

  private SlashSecret create() {
    return chat.ask(ada, new CreateSlashCommand(room, "weave", URL, "Weaves a number"));
  }

  private void join() {
    chat.ask(bob, new JoinRoom(room));
  }

  private SlashAnswer run(Caller.SignedIn caller, String key, String text) {
    return chat.ask(caller, new RunSlashCommand(room, "weave", text, new MessageKey(key)));
  }

  /** Runs it without waiting for what it comes to. */
  private CompletableFuture<SlashAnswer> begin(Caller.SignedIn caller, String key) {
    RunSlashCommand run = new RunSlashCommand(room, "weave", null, new MessageKey(key));
    return chat.core().dispatcher().dispatch(caller, run).toCompletableFuture();
  }

  private ErrorCode refused(Caller.SignedIn caller, String name) {
    return chat.refusal(caller, new RunSlashCommand(room, name, null, new MessageKey("k"))).code();
  }

  private List<Message> messages() {
    return chat.ask(ada, new GetHistory(room, null, null, null, null)).messages();
  }
}
