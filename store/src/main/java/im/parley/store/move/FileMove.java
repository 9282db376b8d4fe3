package im.parley.store.move;

import im.parley.core.file.FileStore;
import im.parley.store.StoreException;
import im.parley.store.disk.DiskFileStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * Copies the bytes of uploaded files to another place for them, and reads each again there. It can
 * be done again: what is there already, and the same, is left alone.
 */
public final class FileMove {

  /** So many bytes are compared at a time. */
  private static final int PORTION = 64 * 1024;

  private final DiskFileStore from;
  private final FileStore to;
  private long same;

  private FileMove(DiskFileStore from, FileStore to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies.
   *
   * @return how many files are the same in both places now
   * @throws StoreException if one cannot be copied; those before it were
   */
  public static long run(DiskFileStore from, FileStore to) {
    FileMove move = new FileMove(from, to);
    try {
      from.forEach(move::copy);
      return move.same;
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException("The uploaded files cannot be listed: " + e.getMessage(), e);
    }
  }

  private void copy(String name) {
    try {
      if (!isSame(name)) {
        copyAnew(name);
      }
      same++;
    } catch (IOException e) {
      throw new StoreException("The file " + name + " cannot be copied: " + e.getMessage(), e);
    }
  }

  private void copyAnew(String name) throws IOException {
    Path draft = to.draft();
    try (InputStream bytes = from.read(name, 0)) {
      Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
    }
    to.keep(draft, name);
    if (!isSame(name)) {
      throw new StoreException("The copy of the file " + name + " is not like the original");
    }
  }

  private boolean isSame(String name) throws IOException {
    try (InputStream original = from.read(name, 0);
        InputStream copy = to.read(name, 0)) {
      while (true) {
        byte[] some = original.readNBytes(PORTION);
        if (!Arrays.equals(some, copy.readNBytes(PORTION))) {
          return false;
        }
        if (some.length == 0) {
          return true;
        }
      }
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
