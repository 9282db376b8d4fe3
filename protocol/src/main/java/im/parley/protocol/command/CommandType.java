package im.parley.protocol.command;

import im.parley.protocol.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * One kind of command: all that a door needs to know of it.
 *
 * @param name the wire name, for example {@code message.send}
 * @param command the record that carries it
 * @param reply the record that answers it
 * @param audience who may send it
 * @param reach at which doors it can be sent
 */
public record CommandType<C extends Command<R>, R extends Reply>(
    String name, Class<C> command, Class<R> reply, Audience audience, Reach reach) {

  /** Who may send a command. */
  public enum Audience {
    /** Anyone, signed in or not. */
    ANYONE,
    /** Only a signed-in user. */
    SIGNED_IN
  }

  /** At which doors a command can be sent. */
  public sealed interface Reach {
    /** At every door; over HTTP by this route. */
    record EveryDoor(Route route) implements Reach {}

    /** Only where there is a live connection. */
    record LiveOnly() implements Reach {}
  }

  static <C extends Command<R>, R extends Reply> CommandType<C, R> open(
      String name, Class<C> command, Class<R> reply, Route route) {
    return new CommandType<>(name, command, reply, Audience.ANYONE, new Reach.EveryDoor(route));
  }

  static <C extends Command<R>, R extends Reply> CommandType<C, R> of(
      String name, Class<C> command, Class<R> reply, Route route) {
    return new CommandType<>(name, command, reply, Audience.SIGNED_IN, new Reach.EveryDoor(route));
  }

  static <C extends Command<R>, R extends Reply> CommandType<C, R> live(
      String name, Class<C> command, Class<R> reply, Audience audience) {
    return new CommandType<>(name, command, reply, audience, new Reach.LiveOnly());
  }

  /** There is one of each, so nothing but itself is equal to it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
