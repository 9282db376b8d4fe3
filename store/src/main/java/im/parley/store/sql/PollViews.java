package im.parley.store.sql;

import static java.util.Objects.requireNonNull;

import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.Poll;
import im.parley.protocol.view.PollOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Polls as they stand. A page that has some takes two statements for them, and one without takes
 * none.
 */
final class PollViews {

  private static final String POLLS =
      """
      SELECT place, closed,
        (SELECT count(DISTINCT user) FROM vote WHERE vote.place = poll.place)
      FROM poll WHERE place IN (SELECT CAST(value AS BIGINT) FROM json_each(?1))
      """;

  private static final String VOTES =
      """
      SELECT place, choice, count(*), max(CASE WHEN user = ?2 THEN 1 ELSE 0 END) FROM vote
      WHERE place IN (SELECT CAST(value AS BIGINT) FROM json_each(?1))
      GROUP BY place, choice
      """;

  private PollViews() {}

  /** How many have chosen an option, and whether the reader has. */
  private record Votes(long count, boolean mine) {

    static final Votes NONE = new Votes(0, false);
  }

  /** The polls at these places, by place. */
  static Map<Long, Poll> of(Statements connection, UserId viewer, Map<Long, Ballot> ballots)
      throws SQLException {
    if (ballots.isEmpty()) {
      return Map.of();
    }
    String places = JsonArray.ofNumbers(ballots.keySet().stream());
    Map<Long, Map<Integer, Votes>> votes = votes(connection, viewer, places);
    Map<Long, Poll> polls = new HashMap<>();
    connection
        .query(POLLS)
        .bind(places)
        .list(row ->
            polls.put(
                row.getLong(1),
                poll(
                    requireNonNull(ballots.get(row.getLong(1))),
                    votes.getOrDefault(row.getLong(1), Map.of()),
                    row.getLong(2) != 0,
                    row.getLong(3))));
    return polls;
  }

  private static Map<Long, Map<Integer, Votes>> votes(
      Statements connection, UserId viewer, String places) throws SQLException {
    Map<Long, Map<Integer, Votes>> votes = new HashMap<>();
    connection
        .query(VOTES)
        .bind(places)
        .bind(viewer.value())
        .list(row ->
            votes
                .computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                .put(row.getInt(2), new Votes(row.getLong(3), row.getLong(4) != 0)));
    return votes;
  }

  private static Poll poll(Ballot ballot, Map<Integer, Votes> votes, boolean closed, long voters) {
    List<PollOption> options = new ArrayList<>();
    for (String text : ballot.options()) {
      Votes here = votes.getOrDefault(options.size(), Votes.NONE);
      options.add(new PollOption(text, here.count, here.mine));
    }
    boolean multiple = Boolean.TRUE.equals(ballot.multiple());
    return new Poll(options, multiple, closed ? true : null, voters);
  }
}
