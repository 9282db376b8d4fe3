package im.parley.store.sqlite;

import im.parley.core.log.CommitListener;
import im.parley.core.search.MessageSearch;
import im.parley.store.StoreException;
import im.parley.store.sql.Completions;
import im.parley.store.sql.Engine;
import im.parley.store.sql.Founding;
import im.parley.store.sql.GroupCommitWriter;
import im.parley.store.sql.Readers;
import im.parley.store.sql.SearchIndexer;
import im.parley.store.sql.WriteTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A database in one directory, and the index of its words in a file beside it. */
final class SqliteEngine implements Engine {

  private static final int MIN_READERS = 2;
  private static final int MAX_READERS = 4;

  private final DataDirectory directory;
  private final DatabaseConnection connection;
  private final String epoch;
  private final GroupCommitWriter writer;
  private final SearchIndexer indexer;
  private final ReaderPool readers;

  /** An engine that has the directory and the connection, and gives up both when it is closed. */
  SqliteEngine(
      DataDirectory directory,
      DatabaseConnection connection,
      CommitListener listener,
      MeterRegistry meters,
      InstantSource clock)
      throws SQLException {
    Schema.bringUpToDate(connection, directory.database());
    SqliteWriteConnection writes = new SqliteWriteConnection(connection);
    this.directory = directory;
    this.connection = connection;
    this.epoch = Founding.epoch(writes, clock);
    this.indexer =
        new SearchIndexer(new SearchIndexing(SearchIndexFile.open(directory, epoch)), meters);
    this.readers = new ReaderPool(readConnections(directory), meters);
    this.writer =
        new GroupCommitWriter(
            new WriteTransaction(writes, clock),
            new SqliteFaults(),
            indexer::noteCommit,
            new Completions(listener),
            meters);
    writer.start();
    indexer.start();
  }

  private static List<DatabaseConnection> readConnections(DataDirectory directory)
      throws SQLException {
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), MIN_READERS, MAX_READERS);
    List<DatabaseConnection> connections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      connections.add(
          DatabaseConnection.reader(directory.database()).with(directory.searchIndex(), "found"));
    }
    return connections;
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public GroupCommitWriter writer() {
    return writer;
  }

  @Override
  public Readers readers() {
    return readers;
  }

  @Override
  public MessageSearch search() {
    return new SqliteSearch(indexer, readers);
  }

  @Override
  public void close() {
    writer.close();
    indexer.close();
    readers.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("The database could not be closed", e);
    } finally {
      directory.close();
    }
  }
}
