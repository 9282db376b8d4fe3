package im.parley.store.sql;

import im.parley.core.file.FileRecords;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of files. */
final class SqlFiles implements FileRecords {

  static final String USED = "SELECT coalesce(sum(size), 0) FROM file WHERE owner = ?";

  static final String EXPIRED =
      "SELECT id FROM file WHERE expires_at <= ? ORDER BY expires_at LIMIT ?";

  private final GroupCommitWriter writer;
  private final Readers readers;
  private final InstantSource clock;

  SqlFiles(GroupCommitWriter writer, Readers readers, InstantSource clock) {
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public long used(UserId owner) {
    return readers.read(connection -> connection.query(USED).bind(owner.value()).number());
  }

  @Override
  public void add(FileInfo file, UserId owner, long quota) {
    writer.carryOut(transaction -> new FileWork(transaction).add(file, owner, quota));
  }

  @Override
  public Optional<FileInfo> find(FileId file, UserId viewer) {
    return Optional.ofNullable(
        readers.<@Nullable FileInfo>read(connection ->
            connection
                .query(FileWork.VISIBLE)
                .bind(file.value())
                .bind(viewer.value())
                .bind(clock.millis())
                .first(FileWork::file)));
  }

  @Override
  public List<FileId> expired(int limit) {
    return readers.read(connection ->
        connection
            .query(EXPIRED)
            .bind(clock.millis())
            .bind(limit)
            .list(row -> new FileId(row.getString(1))));
  }

  @Override
  public void forget(FileId file) {
    writer.carryOut(transaction -> {
      transaction.query("DELETE FROM file WHERE id = ?").bind(file.value()).update();
    });
  }
}
