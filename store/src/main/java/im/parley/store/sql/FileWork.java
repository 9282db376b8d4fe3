package im.parley.store.sql;

import im.parley.core.file.FileRecords;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Thumbnail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps files, and which messages refer to them, within a transaction. */
final class FileWork {

  /** The file ?1, if the user ?2 may see it at the time ?3. */
  static final String VISIBLE =
      """
      SELECT id, name, type, size, width, height, thumbnail_width, thumbnail_height FROM file
      WHERE id = ?1 AND (
        (owner = ?2 AND (expires_at IS NULL OR expires_at > ?3))
        OR EXISTS (
          SELECT 1 FROM attachment JOIN member ON member.room = attachment.place >> 32
          WHERE attachment.file = ?1 AND member.user = ?2))
      """;

  private final WriteTransaction transaction;

  FileWork(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  void add(FileInfo file, UserId owner, long quota) throws SQLException {
    long used = transaction.query(SqlFiles.USED).bind(owner.value()).number();
    if (used + file.size() > quota) {
      throw FileRecords.overQuota(quota);
    }
    Thumbnail thumbnail = file.thumbnail();
    transaction
        .query(
            """
            INSERT INTO file (id, owner, name, type, size, width, height, thumbnail_width,
              thumbnail_height, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(file.id().value())
        .bind(owner.value())
        .bind(file.name())
        .bind(file.type())
        .bind(file.size())
        .bindOptional(orNull(file.width()))
        .bindOptional(orNull(file.height()))
        .bindOptional(thumbnail == null ? null : (Long) (long) thumbnail.width())
        .bindOptional(thumbnail == null ? null : (Long) (long) thumbnail.height())
        .bind(transaction.now().plus(FileRecords.UNUSED).toEpochMilli())
        .update();
  }

  private static @Nullable Long orNull(@Nullable Integer number) {
    return number == null ? null : (Long) number.longValue();
  }

  /**
   * The files that a message is to come with; null for none.
   *
   * @throws im.parley.protocol.error.RefusedException if its sender may not see one of them
   */
  @Nullable List<FileInfo> attachable(UserId sender, List<FileId> wanted) throws SQLException {
    if (wanted.isEmpty()) {
      return null;
    }
    List<FileInfo> files = new ArrayList<>();
    for (FileId id : wanted) {
      FileInfo file =
          transaction
              .query(VISIBLE)
              .bind(id.value())
              .bind(sender.value())
              .bind(transaction.now().toEpochMilli())
              .first(FileWork::file);
      if (file == null) {
        throw FileRecords.unknown("attachments");
      }
      files.add(file);
    }
    return files;
  }

  static FileInfo file(ResultSet row) throws SQLException {
    Integer width = number(row, 7);
    Integer height = number(row, 8);
    return new FileInfo(
        new FileId(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        number(row, 5),
        number(row, 6),
        width == null || height == null ? null : new Thumbnail(width, height));
  }

  private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  /** A message refers to these files now: they are kept as long as it is. */
  void attach(long place, List<FileInfo> files) throws SQLException {
    for (FileInfo file : files) {
      transaction
          .query("INSERT INTO attachment (place, file) VALUES (?, ?)")
          .bind(place)
          .bind(file.id().value())
          .update();
      transaction
          .query("UPDATE file SET expires_at = NULL WHERE id = ?")
          .bind(file.id().value())
          .update();
    }
  }

  /** A message is gone: its files go with it, but for those that another message refers to. */
  void detach(long place) throws SQLException {
    List<String> files =
        transaction
            .query("SELECT file FROM attachment WHERE place = ?")
            .bind(place)
            .list(row -> row.getString(1));
    if (files.isEmpty()) {
      return;
    }
    transaction.query("DELETE FROM attachment WHERE place = ?").bind(place).update();
    transaction
        .query("UPDATE event SET data = json_remove(data, '$.attachments') WHERE place = ?")
        .bind(place)
        .update();
    for (String file : files) {
      transaction
          .query(
              """
              UPDATE file SET expires_at = ?2
              WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM attachment WHERE file = ?1)
              """)
          .bind(file)
          .bind(transaction.now().toEpochMilli())
          .update();
    }
  }
}
