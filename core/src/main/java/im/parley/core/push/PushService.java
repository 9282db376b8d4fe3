package im.parley.core.push;

import im.parley.protocol.push.PushedMessage;
import java.time.Duration;
import java.util.Optional;

/** The way to browsers. All calls wait, for the store or the network. */
public interface PushService {

  /** The key with which browsers subscribe: a point of P-256 in base64url. */
  String publicKey();

  /**
   * Checks what a browser said of itself.
   *
   * @throws im.parley.protocol.error.RefusedException if nothing can be pushed there; it names the
   *     field
   */
  void check(PushTarget target);

  /** Hands a push to a browser's push service. Never throws. */
  Answer send(PushTarget target, Push push);

  /**
   * What is sent.
   *
   * @param message what the browser gets
   * @param urgency when a device that saves power is to be woken for it
   */
  record Push(PushedMessage message, Urgency urgency) {}

  /** How soon a device should be woken (RFC 8030, section 5.3). */
  enum Urgency {
    /** When it is on power or a network of its own. */
    NORMAL,
    /** At once. */
    HIGH
  }

  /** What became of a push. */
  sealed interface Answer {

    /** The push service will bring it. */
    record Taken() implements Answer {}

    /** The browser has unsubscribed, or was never there. */
    record Gone() implements Answer {}

    /** Not now; after this time, if the push service has said one. */
    record Later(Optional<Duration> after) implements Answer {}

    /** Never. */
    record Failed(String why) implements Answer {}
  }
}
