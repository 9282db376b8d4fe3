package im.parley.core.dispatch;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.reply.Reply;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes each command to its one handler, whatever door it came through. */
public final class Dispatcher {

  private final CommandPolicy policy;
  private final CommandMeter meter;
  private final Map<Class<?>, Handler<?, ?>> handlers;

  /**
   * With one handler for each command that it is to carry out.
   *
   * @throws IllegalStateException if a command has two
   */
  public Dispatcher(CommandPolicy policy, CommandMeter meter, Collection<Handler<?, ?>> handlers) {
    this.policy = policy;
    this.meter = meter;
    this.handlers =
        handlers.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    handler -> handler.type().command(), Function.identity()));
  }

  /** Whether there is a handler for this kind of command. */
  public boolean handles(CommandType<?, ?> type) {
    return handlers.containsKey(type.command());
  }

  /**
   * Carries out a command. Called on a virtual thread; it waits, except where the command's handler
   * is {@link Handler.Pipelined}. The stage never throws from this call itself.
   *
   * @return the reply; failed with {@link im.parley.protocol.error.RefusedException} when the
   *     command was refused, and with any other exception for a fault of the server; either may be
   *     the cause of a {@link java.util.concurrent.CompletionException}: see {@link Failures}
   */
  public <C extends Command<R>, R extends Reply> CompletionStage<R> dispatch(
      Caller caller, C command) {
    CommandMeter.Running running = meter.begin(command.type());
    try {
      policy.admit(caller, command.type());
      return this.<C, R>handler(command).carryOut(caller, command).whenComplete(running::end);
    } catch (RuntimeException e) {
      running.end(null, e);
      return CompletableFuture.failedStage(e);
    }
  }

  @SuppressWarnings("unchecked") // a handler is filed under the type of its own command
  private <C extends Command<R>, R extends Reply> Handler<C, R> handler(C command) {
    Handler<?, ?> handler = handlers.get(command.getClass());
    if (handler == null) {
      throw new IllegalStateException("No handler for " + command.type().name());
    }
    return (Handler<C, R>) handler;
  }
}
