package im.parley.core.file;

import im.parley.protocol.id.FileId;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws files away that nobody needs any more. */
public final class FileCollector {

  private static final Logger log = LoggerFactory.getLogger(FileCollector.class);

  /** How many at a time. */
  static final int BATCH = 100;

  private final FileRecords records;
  private final FileStore store;

  public FileCollector(FileRecords records, FileStore store) {
    this.records = records;
    this.store = store;
  }

  /** Throws away what is due, at most {@value #BATCH} files. Waits for the store. */
  public void collect() {
    List<FileId> due = records.expired(BATCH);
    for (FileId file : due) {
      try {
        store.delete(Part.THUMBNAIL.of(file));
        store.delete(Part.WHOLE.of(file));
        records.forget(file);
      } catch (IOException e) {
        log.warn("A file could not be thrown away; it will be tried again", e);
      }
    }
  }
}
