package im.parley.store.postgres;

import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that are given to a statement as arrays, a column each, in the order of its parameters. */
final class Columns<R> {

  private final Collection<? extends R> rows;
  private final PostgresQuery query;

  Columns(Collection<? extends R> rows, PostgresQuery query) {
    this.rows = rows;
    this.query = query;
  }

  /** A column of whole numbers. */
  Columns<R> numbers(Function<? super R, @Nullable Long> column) throws SQLException {
    query.bindArray("int8", rows.stream().map(column).toArray(Long[]::new));
    return this;
  }

  /** A column of texts, or of what is written as a text. */
  Columns<R> texts(Function<? super R, @Nullable String> column) throws SQLException {
    query.bindArray("text", rows.stream().map(column).toArray(String[]::new));
    return this;
  }

  /** Runs a statement that changes rows. */
  void update() throws SQLException {
    query.update();
  }
}
