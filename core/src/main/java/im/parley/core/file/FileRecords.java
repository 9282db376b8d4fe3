package im.parley.core.file;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the files, and which messages they came with. Their bytes are in a {@link
 * FileStore}. All calls wait for the store.
 */
public interface FileRecords {

  /** How long a file is kept that no message refers to. */
  Duration UNUSED = Duration.ofDays(1);

  /** How many bytes the files of this user have, that are kept. */
  long used(UserId owner);

  /**
   * Keeps a new file. Until a message refers to it, only its owner can see it.
   *
   * @param quota how many bytes the files of one user may have
   * @throws RefusedException {@code too_large} if that would be too much
   */
  void add(FileInfo file, UserId owner, long quota);

  /**
   * The file, for those who may see it: its owner, and the members of each room in which a message
   * that was not deleted refers to it.
   */
  Optional<FileInfo> find(FileId file, UserId viewer);

  /** Files that no message has referred to for {@link #UNUSED}, or of which all were deleted. */
  List<FileId> expired(int limit);

  /** Forgets a file whose bytes are gone. */
  void forget(FileId file);

  /** The refusal for a file that is not there, and for one that the caller may not see. */
  static RefusedException unknown(String field) {
    return RefusedException.notFound(field, "There is no such file, or you may not see it");
  }

  /** The refusal for a user who has too much. */
  static RefusedException overQuota(long quota) {
    return new RefusedException(
        Refusal.of(
            ErrorCode.TOO_LARGE,
            "Your files may have %d bytes together: delete messages with files first"
                .formatted(quota)));
  }
}
