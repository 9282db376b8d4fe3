package im.parley.store.sqlite;

import im.parley.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one store, held by one process. It and its files are for their owner's eyes
 * only; SQLite gives its journal files the permissions of the database.
 */
final class DataDirectory implements AutoCloseable {

  private static final String SEARCH_INDEX = "search.db";

  private final Path database;
  private final FileChannel lock;

  private DataDirectory(Path database, FileChannel lock) {
    this.database = database;
    this.lock = lock;
  }

  /**
   * Makes the directory if need be, and takes it.
   *
   * @throws StoreException if it cannot be used, or another process holds it
   */
  static DataDirectory take(Path directory) {
    try {
      Files.createDirectories(directory, permissions("rwx------"));
      FileChannel lock = lock(directory);
      Path database = directory.resolve("parley.db");
      createPrivately(database);
      createPrivately(directory.resolve(SEARCH_INDEX));
      NativeLibrary.keepIn(directory);
      return new DataDirectory(database, lock);
    } catch (IOException e) {
      throw new StoreException(
          "The data directory " + directory + " cannot be used: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException _ -> "there is a file of this name";
      case AccessDeniedException _ -> "this user may not write there";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      default -> "reading or writing there failed";
    };
  }

  Path database() {
    return database;
  }

  /** The file of the search index; it may be deleted while no server runs, and is made again. */
  Path searchIndex() {
    return database.resolveSibling(SEARCH_INDEX);
  }

  /** Gives the directory free. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new StoreException("The lock of the data directory cannot be given back", e);
    }
  }

  /** Holds the lock as long as the channel is open; the system frees it when the process dies. */
  @SuppressWarnings("resource") // the channel is closed with the directory
  private static FileChannel lock(Path directory) throws IOException {
    Path file = directory.resolve("parley.lock");
    createPrivately(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new StoreException(
          "The data directory "
              + directory
              + " is in use by another Parley server (process "
              + Files.readString(file).strip()
              + "). Stop that one, or choose another directory.");
    }
    String process = ProcessHandle.current().pid() + "\n";
    channel.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static void createPrivately(Path file) throws IOException {
    try {
      Files.createFile(file, permissions("rw-------"));
    } catch (FileAlreadyExistsException e) {
      // It keeps the permissions that its owner gave it.
    }
  }

  private static FileAttribute<?>[] permissions(String posix) {
    boolean supported = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return supported
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}
