package im.parley.store.sql;

import java.sql.SQLException;
import java.util.Collection;

/**
 * Writes the rows that every message changes. They are there at the latest when anything else is
 * asked of the connection, and when the transaction commits.
 */
public interface LogRows {

  /** Adds an event, whose place and key are new. */
  void add(EventRow event) throws SQLException;

  /** Writes what these rooms have come to, each of them once. */
  void updateRooms(Collection<LoadedRoom> rooms) throws SQLException;

  /** Writes the marks of these members, each of them once. */
  void updateMembers(Collection<LoadedMember> members) throws SQLException;
}
