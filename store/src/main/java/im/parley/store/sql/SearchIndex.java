package im.parley.store.sql;

import im.parley.protocol.id.RoomId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** An index of words that is brought further along the rooms' logs. For one thread at a time. */
public interface SearchIndex extends AutoCloseable {

  /** Events of one transaction: some twenty milliseconds of work. */
  int BATCH = 512;

  /** The rooms whose log goes on after what the index has of it. */
  List<RoomId> behind() throws SQLException;

  /**
   * Indexes the next events of these rooms, of the first ones first, {@value #BATCH} at most: all
   * of them or, when it fails, none.
   *
   * @return the rooms whose logs the index has to their ends
   */
  List<RoomId> advance(Collection<RoomId> rooms) throws SQLException;

  @Override
  void close() throws SQLException;
}
