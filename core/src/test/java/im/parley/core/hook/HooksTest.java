package im.parley.core.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.MovableClock;
import im.parley.core.fake.TestChat;
import im.parley.core.limit.LimitsConfig;
import im.parley.core.limit.RateLimits;
import im.parley.protocol.command.CreateHook;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.DeleteHook;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.ListHooks;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.HookUrl;
import im.parley.protocol.view.RoomKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HooksTest {

  private final MovableClock clock = new MovableClock();

  @AutoClose
  private final TestChat chat = new TestChat(clock, new RateLimits(LimitsConfig.defaults(), clock));

  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn bob = chat.signUp("bob");
  private final RoomId room =
      chat.ask(ada, new CreateRoom(RoomKind.PUBLIC, "Engines", null, null, null)).room().id();

  @Test
  void whatIsPostedIsSaidOnceByTheHook() {
    HookUrl hook = chat.ask(ada, new CreateHook(room, "The mill"));
    MessageKey key = MessageKey.random();
    post(hook, "{\"text\": \"*Done*\"}", key);
    post(hook, "{\"text\": \"*Done*\"}", key);

    DurableEvent last = chat.bus().published().getLast();
    assertThat(last.by()).isEqualTo(hook.hook().id());
    assertThat(last.data()).isEqualTo(new Fact.MessagePosted("**Done**", 1, key));
  }

  @Test
  void aDeletedHookIsUnknownAndItsBotHasGone() {
    HookUrl hook = chat.ask(ada, new CreateHook(room, "The mill"));
    assertThat(chat.ask(ada, new ListHooks(room)).hooks()).containsExactly(hook.hook());
    chat.ask(ada, new DeleteHook(room, hook.hook().id()));

    assertThat(refusal(hook, "{\"text\": \"Done\"}").code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(chat.ask(ada, new ListHooks(room)).hooks()).isEmpty();
    assertThat(chat.ports().rooms().isMember(room, hook.hook().id())).isFalse();
    assertThat(chat.refusal(ada, new DeleteHook(room, hook.hook().id())).field()).isEqualTo("hook");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    HookUrl hook = chat.ask(ada, new CreateHook(room, "The mill"));

    assertThat(refusal(hook, "{}").field()).isEqualTo("text");
    assertThat(refusal(hook, "[]").code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refusal(hook, "{\"text\": \"" + "x".repeat(8001) + "\"}").code())
        .isEqualTo(ErrorCode.TOO_LARGE);
    post(hook, "{\"text\": \"" + "x".repeat(8000) + "\"}", MessageKey.random());
  }

  @Test
  void aHookWritesAsOftenAsAUser() {
    HookUrl hook = chat.ask(ada, new CreateHook(room, "The mill"));
    for (int i = 0; i < LimitsConfig.defaults().messages().burst(); i++) {
      post(hook, "{\"text\": \"Done\"}", MessageKey.random());
    }

    assertThat(refusal(hook, "{\"text\": \"Done\"}").code()).isEqualTo(ErrorCode.RATE_LIMITED);
  }

  @Test
  void onlyModeratorsManageHooksAndNotTooMany() {
    chat.ask(bob, new JoinRoom(room));
    assertThat(chat.refusal(bob, new CreateHook(room, "Mine")).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.refusal(bob, new ListHooks(room)).code()).isEqualTo(ErrorCode.FORBIDDEN);
    for (int i = 0; i < Hooks.MAX_PER_ROOM; i++) {
      chat.ask(ada, new CreateHook(room, "The mill"));
    }
    assertThat(chat.refusal(ada, new CreateHook(room, "More")).code())
        .isEqualTo(ErrorCode.CONFLICT);
  }

  private void post(HookUrl hook, String json, MessageKey key) {
    String secret = hook.path().substring("/v1/hooks/".length());
    chat.core().hooks().receive(secret, json.getBytes(UTF_8), key);
  }

  private Refusal refusal(HookUrl hook, String json) {
    try {
      post(hook, json, MessageKey.random());
    } catch (RefusedException e) {
      return e.refusal();
    }
    throw new AssertionError("Was not refused");
  }
}
