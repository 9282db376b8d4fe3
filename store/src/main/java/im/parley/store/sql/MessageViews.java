package im.parley.store.sql;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.Poll;
import im.parley.protocol.view.Reaction;
import im.parley.protocol.view.Replies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages as they stand: what was said, and what has happened to it since. A page takes three
 * statements more, however many messages it has, and two if it has polls.
 */
public final class MessageViews {

  private static final String REACTIONS =
      """
      SELECT place, emoji, count(*), max(CASE WHEN user = ?2 THEN 1 ELSE 0 END) FROM reaction
      WHERE place IN (SELECT CAST(value AS BIGINT) FROM json_each(?1))
      GROUP BY place, emoji ORDER BY place, min(seq)
      """;

  private static final String THREADS =
      """
      SELECT root, count, newest, users FROM thread
      WHERE root IN (SELECT CAST(value AS BIGINT) FROM json_each(?1))
      """;

  private static final String PINS =
      "SELECT place FROM pin WHERE place IN (SELECT CAST(value AS BIGINT) FROM json_each(?1))";

  private MessageViews() {}

  /** A message as its row alone has it. */
  public record Said(
      long place,
      DurableEvent event,
      @Nullable Instant editedAt,
      boolean deleted,
      boolean expired,
      @Nullable String mentionsNow) {

    public static Said of(RoomId room, ResultSet row) throws SQLException {
      return new Said(
          row.getLong(1),
          Rows.event(room, row),
          Rows.editedAt(row),
          Rows.isDeleted(row),
          Rows.isExpired(row),
          Rows.mentionsNow(row));
    }

    /** Whom it mentions as it stands. */
    public @Nullable List<String> mentions() {
      if (deleted) {
        return null;
      }
      return mentionsNow == null ? posted().mentions() : MentionRows.ofJson(mentionsNow);
    }

    public Fact.MessagePosted posted() {
      return (Fact.MessagePosted) event.data();
    }
  }

  /** The messages as they stand, in the same order. */
  public static List<Message> of(Statements connection, UserId viewer, List<Said> said)
      throws SQLException {
    if (said.isEmpty()) {
      return List.of();
    }
    String places = JsonArray.ofNumbers(said.stream().map(message -> message.place));
    Map<Long, List<Reaction>> reactions = reactions(connection, viewer, places);
    Map<Long, Replies> threads = threads(connection, places);
    Set<Long> pins = new HashSet<>(connection.query(PINS).bind(places).list(row -> row.getLong(1)));
    Map<Long, Poll> polls = PollViews.of(connection, viewer, ballots(said));
    return said.stream()
        .map(message ->
            view(
                message,
                threads.get(message.place),
                reactions.get(message.place),
                pins.contains(message.place),
                polls.get(message.place)))
        .toList();
  }

  private static Map<Long, Ballot> ballots(List<Said> said) {
    Map<Long, Ballot> ballots = new HashMap<>();
    for (Said message : said) {
      Ballot ballot = message.posted().poll();
      if (ballot != null) {
        ballots.put(message.place, ballot);
      }
    }
    return ballots;
  }

  private static Map<Long, List<Reaction>> reactions(
      Statements connection, UserId viewer, String places) throws SQLException {
    Map<Long, List<Reaction>> reactions = new HashMap<>();
    connection
        .query(REACTIONS)
        .bind(places)
        .bind(viewer.value())
        .list(row ->
            reactions
                .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                .add(new Reaction(row.getString(2), row.getLong(3), row.getLong(4) != 0)));
    return reactions;
  }

  private static Map<Long, Replies> threads(Statements connection, String places)
      throws SQLException {
    Map<Long, Replies> threads = new HashMap<>();
    connection
        .query(THREADS)
        .bind(places)
        .list(row ->
            threads.put(
                row.getLong(1),
                new Replies(
                    row.getLong(2),
                    Place.seq(row.getLong(3)),
                    ThreadUsers.read(row.getString(4)))));
    return threads;
  }

  private static Message view(
      Said said,
      @Nullable Replies replies,
      @Nullable List<Reaction> reactions,
      boolean pinned,
      @Nullable Poll poll) {
    DurableEvent event = said.event;
    Fact.MessagePosted posted = said.posted();
    return new Message(
        event.room(),
        event.seq(),
        posted.number(),
        event.at(),
        event.by(),
        posted.text(),
        posted.key(),
        said.editedAt,
        trueOrNull(said.deleted),
        posted.replyTo(),
        posted.thread(),
        posted.alsoInRoom(),
        replies,
        reactions,
        said.mentions(),
        trueOrNull(pinned),
        posted.attachments(),
        posted.forwarded(),
        poll,
        said.deleted ? null : posted.expiresAt(),
        trueOrNull(said.expired));
  }

  private static @Nullable Boolean trueOrNull(boolean value) {
    return value ? true : null;
  }
}
