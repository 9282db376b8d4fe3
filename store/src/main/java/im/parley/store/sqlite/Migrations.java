package im.parley.store.sqlite;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/** Runs the migrations. Apart from {@link Schema}, so that Flyway is loaded only when needed. */
final class Migrations {

  private Migrations() {}

  static void run(Path database) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + database);
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:im/parley/store/sqlite/migration")
        .load()
        .migrate();
  }
}
