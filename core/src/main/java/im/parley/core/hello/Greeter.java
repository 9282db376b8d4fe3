package im.parley.core.hello;

import im.parley.core.dispatch.Caller;
import im.parley.core.live.LiveConfig;
import im.parley.core.log.RoomLog;
import im.parley.core.session.Authentication;
import im.parley.core.session.Authenticator;
import im.parley.core.session.TokenHash;
import im.parley.protocol.command.Hello;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Welcome;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Answers hello. The server keeps nothing about a client that is away, so any node can answer, days
 * later: who may hear a room is looked up again each time.
 */
public final class Greeter {

  private static final int MAX_ROOMS_SHOWN = 200;
  private static final int MAX_ROOMS_NAMED = 1000;

  /** So many are greeted at once; more wait their turn, so that those who are in do not. */
  static final int MAX_AT_ONCE = 64;

  private final Semaphore turns = new Semaphore(MAX_AT_ONCE, true);
  private final Authenticator authenticator;
  private final Arrivals arrivals;
  private final RoomLog log;
  private final LiveConfig config;
  private final InstantSource clock;

  public Greeter(
      Authenticator authenticator,
      Arrivals arrivals,
      RoomLog log,
      LiveConfig config,
      InstantSource clock) {
    this.authenticator = authenticator;
    this.arrivals = arrivals;
    this.log = log;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Greets. Waits for its turn, and for the store.
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
    turns.acquireUninterruptibly();
    try {
      return recognise(hello, address, recognised);
    } finally {
      turns.release();
    }
  }

  private Greeting recognise(Hello hello, String address, Consumer<Caller.SignedIn> recognised) {
    return switch (authenticator.authenticate(hello.token())) {
      case Authentication.Valid valid -> {
        Caller.SignedIn caller = valid.caller(address);
        recognised.accept(caller);
        yield arrive(hello, caller);
      }
      case Authentication.Expired() -> new Greeting.TokenExpired();
      case Authentication.Unknown() -> new Greeting.TokenUnknown();
    };
  }

  /** Asks again whose the token is: a session that ended before anybody listened told nobody. */
  private Greeting arrive(Hello hello, Caller.SignedIn caller) {
    Optional<Arrivals.Arrival> arrival =
        arrivals.find(TokenHash.of(hello.token()), MAX_ROOMS_SHOWN);
    return arrival
        .map(found ->
            switch (authenticator.judge(found.session())) {
              case Authentication.Valid valid -> welcome(valid, found, hello, caller);
              case Authentication.Expired() -> new Greeting.TokenExpired();
              case Authentication.Unknown() -> new Greeting.TokenUnknown();
            })
        .orElseGet(Greeting.TokenUnknown::new);
  }

  private Greeting welcome(
      Authentication.Valid valid, Arrivals.Arrival arrival, Hello hello, Caller.SignedIn caller) {
    Resumption resumption = Resumption.of(hello, log.epoch(), arrival.positions());
    Welcome welcome =
        new Welcome(
            valid.user(),
            valid.session(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            config.heartbeat().toMillis(),
            log.epoch(),
            arrival.newest().items(),
            arrival.newest().more(),
            resumption.verdicts());
    return new Greeting.Welcomed(caller, welcome, resumption.continuations());
  }

  /** How many wait for their turn. */
  int waiting() {
    return turns.getQueueLength();
  }
}
