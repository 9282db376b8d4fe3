package im.parley.core.dispatch;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A command and what carries it out. The work returns its reply or throws a {@link
 * RefusedException}; it knows no connection and no door.
 */
public sealed interface Handler<C extends Command<R>, R extends Reply> {

  /** The command that this handles. */
  CommandType<C, R> type();

  /** Carries a command out. */
  CompletionStage<R> carryOut(Caller caller, C command);

  /** What a handler does for a caller. */
  @FunctionalInterface
  interface Work<W extends Caller, C, T> {
    T handle(W caller, C command);
  }

  /** Handles a command that anyone may send; waits for its reply. */
  record ForAnyone<C extends Command<R>, R extends Reply>(
      CommandType<C, R> type, Work<Caller, C, R> work) implements Handler<C, R> {

    @Override
    public CompletionStage<R> carryOut(Caller caller, C command) {
      return CompletableFuture.completedStage(work.handle(caller, command));
    }
  }

  /** Handles a command of a signed-in user; waits for its reply. */
  record ForSignedIn<C extends Command<R>, R extends Reply>(
      CommandType<C, R> type, Work<Caller.SignedIn, C, R> work) implements Handler<C, R> {

    @Override
    public CompletionStage<R> carryOut(Caller caller, C command) {
      return CompletableFuture.completedStage(work.handle(signedIn(caller), command));
    }
  }

  /**
   * Handles a command of a signed-in user without waiting: the next command of the same session
   * begins before this one's reply is there. What the work starts must keep its order.
   */
  record Pipelined<C extends Command<R>, R extends Reply>(
      CommandType<C, R> type, Work<Caller.SignedIn, C, CompletionStage<R>> work)
      implements Handler<C, R> {

    @Override
    public CompletionStage<R> carryOut(Caller caller, C command) {
      return work.handle(signedIn(caller), command);
    }
  }

  private static Caller.SignedIn signedIn(Caller caller) {
    return switch (caller) {
      case Caller.SignedIn signedIn -> signedIn;
      case Caller.Anonymous _ -> throw RefusedException.unauthenticated("Sign in first");
    };
  }
}
