package im.parley.store.sql;

import im.parley.core.notify.PreferenceStore;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.QuietHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people want to be notified of. */
final class SqlPreferences implements PreferenceStore {

  /** The columns that {@link #preferences} reads, in this order. */
  static final String COLUMNS =
      "preference.keywords, preference.quiet_from, preference.quiet_to, preference.quiet_zone,"
          + " preference.quiet_days";

  private static final String FIND = "SELECT " + COLUMNS + " FROM preference WHERE user = ?";

  private static final String KEEP =
      """
      INSERT INTO preference (user, keywords, quiet_from, quiet_to, quiet_zone, quiet_days)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (user) DO UPDATE SET keywords = ?2, quiet_from = ?3, quiet_to = ?4, quiet_zone = ?5,
        quiet_days = ?6
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlPreferences(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Preferences find(UserId user) {
    Preferences found =
        readers.<@Nullable Preferences>read(connection ->
            connection.query(FIND).bind(user.value()).first(row -> preferences(row, 1)));
    return found == null ? Preferences.NONE : found;
  }

  @Override
  public void keep(UserId user, Preferences preferences) {
    QuietHours quiet = preferences.quietHours();
    writer.write(transaction ->
        transaction
            .query(KEEP)
            .bind(user.value())
            .bind(String.join("\n", preferences.keywords()))
            .bind(quiet == null ? null : quiet.from())
            .bind(quiet == null ? null : quiet.to())
            .bind(quiet == null ? null : quiet.zone())
            .bind(quiet == null ? null : digits(quiet.days()))
            .update());
  }

  private static @Nullable String digits(@Nullable List<Integer> days) {
    return days == null
        ? null
        : days.stream().map(day -> Integer.toString(day)).collect(Collectors.joining());
  }

  /** Of the columns that begin with this one; nothing when there is no row. */
  static Preferences preferences(ResultSet row, int column) throws SQLException {
    String keywords = row.getString(column);
    return keywords == null
        ? Preferences.NONE
        : new Preferences(
            keywords.lines().toList(),
            quietHours(
                row.getString(column + 1),
                row.getString(column + 2),
                row.getString(column + 3),
                row.getString(column + 4)));
  }

  private static @Nullable QuietHours quietHours(
      @Nullable String from, @Nullable String to, @Nullable String zone, @Nullable String days) {
    return from == null || to == null || zone == null
        ? null
        : new QuietHours(
            from,
            to,
            zone,
            days == null ? null : days.chars().map(Character::getNumericValue).boxed().toList());
  }
}
