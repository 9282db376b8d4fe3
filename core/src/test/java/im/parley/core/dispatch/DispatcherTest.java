package im.parley.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import im.parley.core.limit.NoLimits;
import im.parley.protocol.command.Command;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.Ping;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DispatcherTest {

  private static final Caller ADA =
      new Caller.SignedIn(new UserId("ada"), new SessionId("s1"), "192.0.2.1");
  private static final Refusal NO = Refusal.of(ErrorCode.FORBIDDEN, "Not today");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void takesACommandToItsHandler() {
    Dispatcher dispatcher = dispatcher(new Handler.ForSignedIn<>(Ping.TYPE, (_, _) -> new Done()));

    assertThat(dispatcher.dispatch(ADA, new Ping())).isCompletedWithValue(new Done());
    assertThat(dispatcher.handles(Ping.TYPE)).isTrue();
    assertThat(dispatcher.handles(GetMe.TYPE)).isFalse();
    assertThat(counted("done")).isEqualTo(1);
  }

  @Test
  void aCommandHasOneHandler() {
    Handler<Ping, Done> ping = new Handler.ForSignedIn<>(Ping.TYPE, (_, _) -> new Done());

    assertThatIllegalStateException().isThrownBy(() -> dispatcher(ping, ping));
  }

  @Test
  void aRefusalIsAnAnswerWhenItIsThrownAndWhenItComesLater() {
    Dispatcher thrown = dispatcher(new Handler.ForSignedIn<>(Ping.TYPE, (_, _) -> refuse()));
    Dispatcher later =
        dispatcher(
            new Handler.Pipelined<>(
                Ping.TYPE, (_, _) -> CompletableFuture.failedStage(new RefusedException(NO))));

    assertThat(refusal(thrown, new Ping())).isEqualTo(NO);
    assertThat(refusal(later, new Ping())).isEqualTo(NO);
    assertThat(counted("refused")).isEqualTo(2);
  }

  @Test
  void aFaultShowsNothingOfTheInside() {
    Dispatcher dispatcher =
        dispatcher(
            new Handler.Pipelined<>(
                Ping.TYPE,
                (_, _) -> {
                  throw new IllegalStateException("SELECT secret FROM account");
                }));

    Refusal refusal = refusal(dispatcher, new Ping());

    assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(refusal.message()).doesNotContain("SELECT");
    assertThat(counted("failed")).isEqualTo(1);
  }

  private Dispatcher dispatcher(Handler<?, ?>... handlers) {
    return new Dispatcher(new NoLimits(), new CommandMeter(registry), List.of(handlers));
  }

  private static <R extends Reply> Refusal refusal(Dispatcher dispatcher, Command<R> command) {
    CompletionStage<R> stage = dispatcher.dispatch(ADA, command);
    return stage
        .<Refusal>handle((reply, failure) -> {
          assertThat(reply).isNull();
          return Failures.refusal(command.type().name(), failure);
        })
        .toCompletableFuture()
        .join();
  }

  private static Done refuse() {
    throw new RefusedException(NO);
  }

  private long counted(String outcome) {
    return registry
        .get("parley.commands")
        .tag("type", "ping")
        .tag("outcome", outcome)
        .timer()
        .count();
  }
}
