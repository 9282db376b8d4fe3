package im.parley.core.file;

import im.parley.core.dispatch.Caller;
import im.parley.core.limit.Limits;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Lets files in: not too often, not too many at a time, not too large. */
public final class Uploads implements AutoCloseable {

  private final FileRecords records;
  private final FileStore store;
  private final FileConfig config;
  private final Limits limits;
  private final Thumbnails thumbnails = new Thumbnails();
  private final Map<UserId, Integer> running = new ConcurrentHashMap<>();

  public Uploads(FileRecords records, FileStore store, FileConfig config, Limits limits) {
    this.records = records;
    this.store = store;
    this.config = config;
    this.limits = limits;
  }

  /**
   * Begins an upload. Waits for the store.
   *
   * @param declared how many bytes will come, if that is known
   * @throws RefusedException {@code too_large} if they are too many, or the user has no room left;
   *     {@code rate_limited} after too many uploads, or while too many of theirs go on
   */
  public Upload begin(Caller.SignedIn caller, OptionalLong declared) {
    limits.beforeUpload(caller);
    UserId owner = caller.user();
    begun(owner);
    try {
      long left = config.quotaBytes() - records.used(owner);
      if (left <= 0) {
        throw FileRecords.overQuota(config.quotaBytes());
      }
      long max = Math.min(left, config.maxBytes());
      if (declared.orElse(0) > max) {
        throw max < config.maxBytes()
            ? FileRecords.overQuota(config.quotaBytes())
            : Upload.tooLarge(max);
      }
      return new Upload(this, owner, max);
    } catch (IOException e) {
      ended(owner);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      ended(owner);
      throw e;
    }
  }

  private void begun(UserId owner) {
    if (running.merge(owner, 1, Integer::sum) > config.uploads()) {
      ended(owner);
      throw RefusedException.later(
          ErrorCode.RATE_LIMITED, "At most " + config.uploads() + " uploads at a time", 1000);
    }
  }

  void ended(UserId owner) {
    running.computeIfPresent(owner, (_, count) -> count == 1 ? null : count - 1);
  }

  FileRecords records() {
    return records;
  }

  FileStore store() {
    return store;
  }

  FileConfig config() {
    return config;
  }

  Thumbnails thumbnails() {
    return thumbnails;
  }

  @Override
  public void close() {
    thumbnails.close();
  }
}
