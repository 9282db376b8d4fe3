package im.parley.store.postgres;

import im.parley.core.log.CommitListener;
import im.parley.core.search.MessageSearch;
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

/** A database on a server of its own, which other servers of Parley may use as well. */
final class PostgresEngine implements Engine {

  private final PostgresWriteConnection writes;
  private final String epoch;
  private final PostgresReaders readers;
  private final SearchIndexer indexer;
  private final GroupCommitWriter writer;

  PostgresEngine(
      Database database,
      Sharing sharing,
      CommitListener listener,
      MeterRegistry meters,
      InstantSource clock)
      throws SQLException {
    PostgresSchema.bringUpToDate(database);
    this.writes = new PostgresWriteConnection(database, sharing);
    this.epoch = Founding.epoch(writes, clock);
    this.readers = new PostgresReaders(database, meters);
    this.indexer = new SearchIndexer(new PostgresSearchIndex(database), meters);
    this.writer =
        new GroupCommitWriter(
            new WriteTransaction(writes, clock),
            new PostgresFaults(),
            indexer::noteCommit,
            new Completions(listener),
            meters);
    writer.start();
    indexer.start();
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
    return new PostgresSearch(indexer, readers);
  }

  @Override
  public void close() {
    writer.close();
    indexer.close();
    readers.close();
    writes.close();
  }
}
