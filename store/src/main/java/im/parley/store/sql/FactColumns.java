package im.parley.store.sql;

import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.json.FactJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a fact lies in the table of events. What people wrote stands in a column of its own and
 * nowhere else, so that it can be changed and taken away in one place; a plain message needs no
 * more than that.
 *
 * @param text what was written, if this is something written
 * @param data the rest of the fact as JSON; null for a plain message
 * @param target the seq of the message that it is about, if it is about one
 * @param expiresAt when a message's time is over, if it ever is
 */
public record FactColumns(
    @Nullable String text,
    @Nullable String data,
    @Nullable Long target,
    @Nullable Instant expiresAt) {

  static FactColumns of(Fact fact) {
    return switch (fact) {
      case Fact.MessagePosted posted ->
          new FactColumns(posted.text(), dataOf(posted), null, posted.expiresAt());
      case Fact.MessageEdited(long target, String text, var mentions) ->
          new FactColumns(
              text, FactJson.write(new Fact.MessageEdited(target, "", mentions)), target, null);
      default -> new FactColumns(null, FactJson.write(fact), null, null);
    };
  }

  private static @Nullable String dataOf(Fact.MessagePosted posted) {
    boolean plain =
        posted.replyTo() == null
            && posted.thread() == null
            && posted.mentions() == null
            && posted.attachments() == null
            && posted.forwarded() == null
            && posted.poll() == null
            && posted.expiresAt() == null;
    return plain ? null : FactJson.write(retold(posted, ""));
  }

  /** The fact that was written so. */
  static Fact read(
      EventType type,
      long number,
      @Nullable String key,
      @Nullable String text,
      @Nullable String data) {
    if (type == EventType.MESSAGE_POSTED && data == null) {
      return new Fact.MessagePosted(orEmpty(text), number, new MessageKey(orEmpty(key)));
    }
    return switch (FactJson.read(type, orEmpty(data))) {
      case Fact.MessagePosted posted -> retold(posted, orEmpty(text));
      case Fact.MessageEdited(long target, _, var mentions) ->
          new Fact.MessageEdited(target, orEmpty(text), mentions);
      case Fact other -> other;
    };
  }

  /** The same message with another text. Whom it named when it was posted stays: they were told. */
  static Fact.MessagePosted retold(Fact.MessagePosted posted, String text) {
    return new Fact.MessagePosted(
        text,
        posted.number(),
        posted.key(),
        posted.replyTo(),
        posted.thread(),
        posted.alsoInRoom(),
        posted.mentions(),
        posted.attachments(),
        posted.forwarded(),
        posted.poll(),
        posted.expiresAt());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
