package im.parley.edge.http;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.CommandMeter;
import im.parley.core.dispatch.Dispatcher;
import im.parley.core.dispatch.Handler;
import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.command.RemoveMember;
import im.parley.protocol.command.RevokeSession;
import im.parley.protocol.command.SearchUsers;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.MessageSent;
import im.parley.protocol.reply.Reply;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.reply.UserReply;
import im.parley.protocol.reply.Users;
import im.parley.protocol.view.User;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A chat of one user, Ada, that answers some commands, remembers what it was sent, and can be told
 * to fail. Her access token is {@code ada-token}, her refresh token {@code refresh-1}.
 */
final class FakeChat {

  static final User ADA = new User(new UserId("uada"), "ada", "Ada", null, null);
  static final SessionId SESSION = new SessionId("s1");
  static final String TOKEN = "ada-token";
  static final String REFRESH = "refresh-1";
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** A command as it arrived. */
  record Sent(Caller caller, Command<?> command) {}

  private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

  /** What arrived, in order. */
  BlockingQueue<Sent> sent() {
    return sent;
  }

  /** Every command from now on fails with this. */
  void failWith(RuntimeException exception) {
    failure.set(exception);
  }

  ExecutorService virtualThreads() {
    return virtualThreads;
  }

  CommandService service(OriginPolicy origins) {
    Dispatcher dispatcher =
        new Dispatcher(
            (caller, type) -> {}, new CommandMeter(new SimpleMeterRegistry()), handlers());
    return new CommandService(dispatcher, FakeChat::authenticate, origins, virtualThreads);
  }

  private static Optional<Caller.SignedIn> authenticate(String token, String address) {
    return token.equals(TOKEN)
        ? Optional.of(new Caller.SignedIn(ADA.id(), SESSION, address))
        : Optional.empty();
  }

  private List<Handler<?, ?>> handlers() {
    return List.of(
        open(RegisterAccount.TYPE, _ -> signedIn(REFRESH)),
        open(CreateSession.TYPE, _ -> signedIn(REFRESH)),
        open(RefreshSession.TYPE, this::refresh),
        signed(RevokeSession.TYPE, _ -> new Done()),
        signed(GetMe.TYPE, _ -> new UserReply(ADA)),
        signed(SearchUsers.TYPE, _ -> new Users(List.of(ADA), false)),
        signed(RemoveMember.TYPE, _ -> new Done()),
        new Handler.ForSignedIn<CreateRoom, RoomReply>(
            CreateRoom.TYPE,
            (caller, command) -> {
              note(caller, command);
              throw RefusedException.conflict("alias", "Another room has this alias");
            }),
        new Handler.Pipelined<>(
            SendMessage.TYPE,
            (caller, command) -> {
              note(caller, command);
              return CompletableFuture.supplyAsync(
                  () -> new MessageSent(42, 31, NOON, null), virtualThreads);
            }));
  }

  private SignedIn refresh(RefreshSession command) {
    if (!command.refreshToken().equals(REFRESH)) {
      throw RefusedException.unauthenticated("The refresh token is not valid: sign in");
    }
    return signedIn("refresh-2");
  }

  private static SignedIn signedIn(String refreshToken) {
    return new SignedIn(ADA, TOKEN, NOON, refreshToken, SESSION);
  }

  private <C extends Command<R>, R extends Reply> Handler<C, R> open(
      CommandType<C, R> type, Function<C, R> work) {
    return new Handler.ForAnyone<>(
        type,
        (caller, command) -> {
          note(caller, command);
          return work.apply(command);
        });
  }

  private <C extends Command<R>, R extends Reply> Handler<C, R> signed(
      CommandType<C, R> type, Function<C, R> work) {
    return new Handler.ForSignedIn<>(
        type,
        (caller, command) -> {
          note(caller, command);
          return work.apply(command);
        });
  }

  private void note(Caller caller, Command<?> command) {
    RuntimeException exception = failure.get();
    if (exception != null) {
      throw exception;
    }
    sent.add(new Sent(caller, command));
  }
}
