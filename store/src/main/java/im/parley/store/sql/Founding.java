package im.parley.store.sql;

import im.parley.protocol.id.RoomId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

/** The beginning of a store's life: its epoch, and the room that everyone comes into. */
public final class Founding {

  private static final String EPOCH = "SELECT value FROM meta WHERE name = 'epoch'";

  private Founding() {}

  /** The epoch of the store; a store that has none yet is founded first. */
  public static String epoch(WriteConnection writer, InstantSource clock) throws SQLException {
    writer.begin();
    try {
      String epoch = find(writer, clock);
      writer.commit();
      return epoch;
    } catch (SQLException e) {
      writer.rollback();
      throw e;
    }
  }

  private static String find(WriteConnection writer, InstantSource clock) throws SQLException {
    String epoch = writer.query(EPOCH).first(row -> row.getString(1));
    if (epoch != null) {
      return epoch;
    }
    writer
        .query("INSERT INTO meta (name, value) VALUES ('epoch', ?)")
        .bind("e" + UUID.randomUUID())
        .update();
    writer
        .query(
            """
            INSERT INTO room (id, kind, name, folded_name, alias, welcomes_newcomers, active_at)
            VALUES (?, 'public', 'general', 'general', 'general', 1, ?)
            """)
        .bind(RoomId.random().value())
        .bind(clock.millis())
        .update();
    return Objects.requireNonNull(writer.query(EPOCH).first(row -> row.getString(1)));
  }
}
