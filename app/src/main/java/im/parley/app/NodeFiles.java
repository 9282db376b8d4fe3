package im.parley.app;

import im.parley.core.file.FileCollector;
import im.parley.core.file.FileRecords;
import im.parley.core.file.FileStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws files away that nobody needs any more, every minute. */
final class NodeFiles implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(NodeFiles.class);
  private static final long PAUSE_SECONDS = 60;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  NodeFiles(FileRecords records, FileStore store) {
    FileCollector collector = new FileCollector(records, store);
    this.thread = Thread.ofVirtual().name("files").start(() -> collect(collector));
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
  }
}
