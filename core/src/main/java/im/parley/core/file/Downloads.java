package im.parley.core.file;

import im.parley.core.dispatch.Caller;
import im.parley.core.limit.Limits;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.FileId;
import im.parley.protocol.view.FileInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Hands files to those who may have them. */
public final class Downloads {

  private final FileRecords records;
  private final FileStore store;
  private final Limits limits;

  public Downloads(FileRecords records, FileStore store, Limits limits) {
    this.records = records;
    this.store = store;
    this.limits = limits;
  }

  /**
   * Finds a file. Waits for the store.
   *
   * @throws RefusedException {@code not_found} if there is none, or the caller may not see it
   */
  public FileInfo find(Caller.SignedIn caller, FileId file) {
    limits.beforeDownload(caller);
    return records.find(file, caller.user()).orElseThrow(() -> FileRecords.unknown("file"));
  }

  /**
   * How many bytes the thumbnail of a file has. Waits for the store.
   *
   * @throws RefusedException {@code not_found} if it has none
   */
  public long thumbnailSize(FileInfo file) {
    if (file.thumbnail() == null) {
      throw FileRecords.unknown("file");
    }
    try {
      return store.size(Part.THUMBNAIL.of(file.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of a part of a file that was found.
   *
   * @param from how many to leave out at the beginning
   */
  public InputStream open(FileId file, Part part, long from) throws IOException {
    return store.read(part.of(file), from);
  }
}
