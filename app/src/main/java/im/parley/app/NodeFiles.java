package im.parley.app;

import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.core.file.FileCollector;
import im.parley.core.file.FileRecords;
import im.parley.core.file.FileStore;
import im.parley.store.StoreException;
import im.parley.store.disk.DiskFileStore;
import im.parley.store.s3.BucketFileStore;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where this node keeps files. Those that nobody needs any more are thrown away every minute. */
final class NodeFiles implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(NodeFiles.class);
  private static final long PAUSE_SECONDS = 60;

  private final FileStore store;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  private NodeFiles(FileRecords records, FileStore store) {
    FileCollector collector = new FileCollector(records, store);
    this.store = store;
    this.thread = Thread.ofVirtual().name("files").start(() -> collect(collector));
  }

  /**
   * Opens the place for files, and begins to tidy it.
   *
   * @throws ConfigException if it cannot be used
   */
  static NodeFiles open(ServerConfig config, FileRecords records) {
    Path directory = config.data().resolve("files");
    try {
      return new NodeFiles(
          records,
          config
              .files()
              .bucket()
              .<FileStore>map(bucket -> BucketFileStore.open(bucket, directory.resolve("incoming")))
              .orElseGet(() -> DiskFileStore.open(directory)));
    } catch (StoreException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  /** The bytes of files. */
  FileStore store() {
    return store;
  }

  private void collect(FileCollector collector) {
    try {
      while (!ended.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        try {
          collector.collect();
        } catch (RuntimeException e) {
          log.warn("Files could not be thrown away; it will be tried again", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the batch that it is at is done; the store must still be open. */
  @Override
  public void close() {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }
}
