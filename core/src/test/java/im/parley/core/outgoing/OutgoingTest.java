package im.parley.core.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.TestChat;
import im.parley.core.outbound.Outbound;
import im.parley.protocol.command.CreateHook;
import im.parley.protocol.command.CreateOutgoing;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.DeleteOutgoing;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.ListOutgoing;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.HookUrl;
import im.parley.protocol.view.Outgoing;
import im.parley.protocol.view.RoomKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {

  private static final String URL = "https://1.1.1.1/parley";

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn bob = chat.signUp("bob");
  private final RoomId room =
      chat.ask(ada, new CreateRoom(RoomKind.PUBLIC, "Engines", null, null, null)).room().id();

  @Test
  void tellsInOrderWhatWasSaidAfterwards() throws Exception {
    say(ada, "before");
    create(null, null);
    say(ada, "one");
    say(ada, "two");

    assertThat(told()).contains("\"text\":\"one\"");
    assertThat(told()).contains("\"text\":\"two\"");
  }

  @Test
  void triesAgainUnderTheSameIdAndKeepsTheOrder() throws Exception {
    create(null, null);
    chat.outbound().plan(500, 0);
    say(ada, "one");
    say(ada, "two");

    Outbound.Post first = chat.outbound().take();
    Outbound.Post again = chat.outbound().take();
    Outbound.Post third = chat.outbound().take();
    assertThat(again.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
    assertThat(third.body()).isEqualTo(first.body());
    assertThat(told()).contains("\"text\":\"two\"");
  }

  @Test
  void givesUpAndSaysWhy() throws Exception {
    Outgoing hook = create(null, null);
    chat.outbound().plan(302, 302, 302);
    long seq = say(ada, "one");
    for (int i = 0; i < 3; i++) {
      chat.outbound().take();
    }
    chat.close(); // waits for the courier

    Outgoing disabled = chat.ask(ada, new ListOutgoing(room)).outgoing().getFirst();
    assertThat(disabled.disabled()).isEqualTo("3 tries: answered 302");
    assertThat(disabled.seq()).isLessThan(seq).isEqualTo(hook.seq());
  }

  @Test
  void tellsOnlyWhatIsWanted() throws Exception {
    create(List.of("message.posted", "member.joined"), List.of("Weave"));
    say(ada, "weaver");
    HookUrl mill = chat.ask(ada, new CreateHook(room, "The mill"));
    String secret = mill.path().substring("/v1/hooks/".length());
    byte[] json = "{\"text\": \"weave, says a bot\"}".getBytes(UTF_8);
    chat.core().hooks().receive(secret, json, MessageKey.random());
    say(ada, "WEAVE: now");

    assertThat(told()).contains("\"type\":\"member.joined\"");
    assertThat(told()).contains("WEAVE: now");
    assertThat(chat.outbound().isEmpty()).isTrue();
  }

  @Test
  void aDeletedOneIsToldNothingMore() throws Exception {
    Outgoing deleted = create(null, null);
    Outgoing kept = create(null, null);
    chat.ask(ada, new DeleteOutgoing(room, deleted.id()));
    say(ada, "one");

    String id = chat.outbound().take().headers().get("webhook-id");
    assertThat(id).startsWith("out_" + kept.id() + "_");
    assertThat(chat.ask(ada, new ListOutgoing(room)).outgoing())
        .extracting(Outgoing::id)
        .containsExactly(kept.id());
    assertThat(chat.refusal(ada, new DeleteOutgoing(room, deleted.id())).field())
        .isEqualTo("outgoing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "ftp://1.1.1.1/",
        "https:///path",
        "http://ada@1.1.1.1/",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://2130706433/",
        "http://localhost:9999/",
        "http://a b/"
      })
  void isNotSentWhereItMustNotGo(String url) {
    Refusal refusal = chat.refusal(ada, new CreateOutgoing(room, url, null, null, null));

    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refusal.field()).isEqualTo("url");
  }

  @Test
  void onlyModeratorsManageThemAndNotTooMany() {
    chat.ask(bob, new JoinRoom(room));
    assertThat(chat.refusal(bob, new CreateOutgoing(room, URL, null, null, null)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.refusal(bob, new ListOutgoing(room)).code()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(
            chat.refusal(ada, new CreateOutgoing(room, URL, List.of("nothing"), null, null))
                .field())
        .isEqualTo("events");
    for (int i = 0; i < OutgoingHooks.MAX_PER_ROOM; i++) {
      create(null, null);
    }
    assertThat(chat.refusal(ada, new CreateOutgoing(room, URL, null, null, null)).code())
        .isEqualTo(ErrorCode.CONFLICT);
  }

  private Outgoing create(@Nullable List<String> events, @Nullable List<String> keywords) {
    return chat.ask(ada, new CreateOutgoing(room, URL, events, keywords, null)).outgoing();
  }

  private long say(Caller.SignedIn caller, String text) {
    return chat.ask(caller, new SendMessage(room, MessageKey.random(), text)).seq();
  }

  private String told() throws InterruptedException {
    return new String(chat.outbound().take().body(), UTF_8);
  }
}
