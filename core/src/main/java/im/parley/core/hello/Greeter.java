package im.parley.core.hello;

import im.parley.core.dispatch.Caller;
import im.parley.core.live.LiveConfig;
import im.parley.core.log.Page;
import im.parley.core.log.RoomLog;
import im.parley.core.room.Rooms;
import im.parley.core.session.Authentication;
import im.parley.core.session.Authenticator;
import im.parley.protocol.command.Hello;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Welcome;
import im.parley.protocol.view.RoomSummary;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers hello. The server keeps nothing about a client that is away, so any node can answer, days
 * later: who may hear a room is looked up again each time.
 */
public final class Greeter {

  private static final int MAX_ROOMS_SHOWN = 200;
  private static final int MAX_ROOMS_NAMED = 1000;

  private final Authenticator authenticator;
  private final RoomLog log;
  private final Rooms rooms;
  private final LiveConfig config;
  private final InstantSource clock;

  public Greeter(
      Authenticator authenticator,
      RoomLog log,
      Rooms rooms,
      LiveConfig config,
      InstantSource clock) {
    this.authenticator = authenticator;
    this.log = log;
    this.rooms = rooms;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Greets. Waits for the store.
   *
   * @param address where the client comes from
   * @param recognised told who it is before anything is read for them. From then on the connection
   *     has to keep the notices of this user: a room that they join and a session that ends while
   *     they are being greeted must not be missed
   * @throws RefusedException {@code bad_request} when {@code resume} names too many rooms
   */
  public Greeting greet(Hello hello, String address, Consumer<Caller.SignedIn> recognised) {
    if (hello.resume() != null && hello.resume().size() > MAX_ROOMS_NAMED) {
      throw RefusedException.badField("resume", "must name at most " + MAX_ROOMS_NAMED + " rooms");
    }
    return ifValid(
        hello,
        first -> {
          recognised.accept(first.caller(address));
          // Asked again: a session that ended before anybody listened was told to nobody.
          return ifValid(hello, now -> welcome(now, hello, address));
        });
  }

  private Greeting ifValid(Hello hello, Function<Authentication.Valid, Greeting> then) {
    return switch (authenticator.authenticate(hello.token())) {
      case Authentication.Valid valid -> then.apply(valid);
      case Authentication.Expired() -> new Greeting.TokenExpired();
      case Authentication.Unknown() -> new Greeting.TokenUnknown();
    };
  }

  /** Positions before summaries: what comes between follows as events that the client can drop. */
  private Greeting welcome(Authentication.Valid valid, Hello hello, String address) {
    List<Rooms.Position> positions = rooms.positions(valid.user().id());
    Resumption resumption = Resumption.of(hello, log.epoch(), positions);
    Page<RoomSummary> newest = rooms.newest(valid.user().id(), MAX_ROOMS_SHOWN);
    Welcome welcome =
        new Welcome(
            valid.user(),
            valid.session(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            config.heartbeat().toMillis(),
            log.epoch(),
            newest.items(),
            newest.more(),
            resumption.verdicts());
    return new Greeting.Welcomed(valid.caller(address), welcome, resumption.continuations());
  }
}
