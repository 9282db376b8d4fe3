package im.parley.store.sql;

import java.sql.SQLException;

/** A connection, as those see it who ask it. For one thread at a time. */
@FunctionalInterface
public interface Statements {

  /**
   * The statement with this text, a constant, ready to be bound. A parameter is {@code ?}, or
   * {@code ?1}, {@code ?2} and so on, of which each may stand in several places.
   */
  Query query(String sql) throws SQLException;
}
