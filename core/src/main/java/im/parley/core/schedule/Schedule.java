package im.parley.core.schedule;

import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the messages that are to be sent later, and those that could not be. All calls wait for the
 * store; changes are durable when they return.
 */
public interface Schedule {

  /** How many messages one user may have here, waiting or failed. */
  int MAX_PER_USER = 100;

  /** How far ahead a message may be scheduled. */
  Duration FARTHEST = Duration.ofDays(366);

  /**
   * Keeps a message until its time, and its sender's own files with it. When the user has {@value
   * #MAX_PER_USER}, the one that failed longest ago makes place.
   *
   * <p>In this order: a message that is here under this key is {@link Kept} again as it is; a key
   * of something done is refused; then the time, {@link im.parley.core.log.RoomRules#plan}, the
   * files and the place are asked for.
   *
   * @throws RefusedException as {@code message.send} would be; {@code conflict} when the key was
   *     used or too many wait
   */
  Kept keep(UserId user, SendMessage message, Instant sendAt);

  /**
   * What is kept.
   *
   * @param repeated whether it was before
   */
  record Kept(Scheduled scheduled, boolean repeated) {}

  /** The user's messages, by time. */
  List<Scheduled> of(UserId user);

  /**
   * Forgets a message of the user's, if it is not being sent.
   *
   * @throws RefusedException {@code not_found} otherwise
   */
  void cancel(UserId user, long id);

  /** When the next message is due; empty when none waits. */
  Optional<Instant> next();

  /**
   * Messages that are due now, those that are due longest first. From now on they cannot be
   * cancelled; until they are settled they stay due.
   */
  List<Due> take(Instant now, int limit);

  /**
   * A message that is due.
   *
   * @param scheduled what is to be sent
   * @param user in whose name
   * @param tries how often it was tried before
   */
  record Due(Scheduled scheduled, UserId user, int tries) {

    /** What sends it. */
    public SendMessage command() {
      return new SendMessage(
          scheduled.room(),
          scheduled.key(),
          scheduled.text(),
          scheduled.replyTo(),
          scheduled.thread(),
          scheduled.alsoInRoom(),
          scheduled.attachments(),
          null);
    }
  }

  /** Writes down what has become of messages that were due; those no longer here do not matter. */
  void settle(List<Settlement> settlements);

  /** What has become of a message. */
  sealed interface Settlement {

    /** Which message. */
    long id();

    /** It was sent: it is forgotten. */
    record Sent(long id) implements Settlement {}

    /** It is not sent; it is kept to say why. */
    record Failed(long id, Scheduled.Failure failure) implements Settlement {}

    /** It waits again, until then. */
    record Postponed(long id, Instant until) implements Settlement {}
  }

  /** Refuses times that have passed or are too far away. */
  static void requireTime(Instant sendAt, Instant now) {
    if (!sendAt.isAfter(now)) {
      throw RefusedException.badField("sendAt", "must be in the future");
    }
    if (sendAt.isAfter(now.plus(FARTHEST))) {
      throw RefusedException.badField(
          "sendAt", "must be at most " + FARTHEST.toDays() + " days ahead");
    }
  }

  /** The refusal of one too many. */
  static RefusedException tooMany() {
    return RefusedException.conflict(
        "sendAt", "At most " + MAX_PER_USER + " messages wait to be sent: cancel one first");
  }

  /** The refusal for a key that named something done. */
  static RefusedException usedAlready() {
    return RefusedException.conflict("key", "You have used this key already: use a new one");
  }

  /** The refusal for a message that is not there, is someone else's, or is being sent. */
  static RefusedException unknown() {
    return RefusedException.notFound(
        "scheduled", "No such message waits for you; it may have been sent");
  }
}
