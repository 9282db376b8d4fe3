package im.parley.store.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that both databases have, with the columns that they share.
 *
 * @param name what it is called
 * @param columns its columns, as PostgreSQL has them
 */
record Table(String name, List<Column> columns) {

  private static final int ROWS_AT_A_TIME = 1_000;

  /** The table of facts about the database itself; which schema it has is its own. */
  private static final String META = "meta";

  /**
   * A column.
   *
   * @param type of {@link Types}
   */
  record Column(String name, int type) {

    @Nullable Object read(ResultSet row, int index) throws SQLException {
      Object value =
          switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> row.getLong(index);
            case Types.BINARY, Types.VARBINARY -> row.getBytes(index);
            default -> row.getString(index);
          };
      return row.wasNull() ? null : value;
    }
  }

  /** The table of this name, as PostgreSQL has it. */
  static Table in(Connection target, String name) throws SQLException {
    try (Statement statement = target.createStatement();
        ResultSet nothing = statement.executeQuery("SELECT * FROM " + quoted(name) + " LIMIT 0")) {
      ResultSetMetaData about = nothing.getMetaData();
      List<Column> columns = new ArrayList<>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        columns.add(new Column(about.getColumnName(i), about.getColumnType(i)));
      }
      return new Table(name, columns);
    }
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private String select() {
    String rows = name.equals(META) ? " WHERE name <> 'schema'" : "";
    return "SELECT " + columnList() + " FROM " + quoted(name) + rows;
  }

  private String columnList() {
    return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
  }

  /** Copies every row. */
  Tally copy(Connection source, Connection target) throws SQLException {
    Tally tally = new Tally();
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String insert =
        "INSERT INTO " + quoted(name) + " (" + columnList() + ") VALUES (" + places + ")";
    try (Statement reading = source.createStatement();
        ResultSet rows = reading.executeQuery(select());
        PreparedStatement writing = target.prepareStatement(insert)) {
      while (rows.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          Object value = columns.get(i - 1).read(rows, i);
          tally.value(value);
          writing.setObject(i, value);
        }
        tally.endRow();
        writing.addBatch();
        if (tally.rows() % ROWS_AT_A_TIME == 0) {
          writing.executeBatch();
        }
      }
      writing.executeBatch();
    }
    return tally;
  }

  /** Counts every row. */
  Tally count(Connection connection) throws SQLException {
    Tally tally = new Tally();
    try (Statement reading = connection.createStatement()) {
      reading.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows = reading.executeQuery(select())) {
        while (rows.next()) {
          for (int i = 1; i <= columns.size(); i++) {
            tally.value(columns.get(i - 1).read(rows, i));
          }
          tally.endRow();
        }
      }
    }
    return tally;
  }
}
