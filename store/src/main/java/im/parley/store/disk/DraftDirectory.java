package im.parley.store.disk;

import im.parley.store.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is coming in, on this machine's disk, wherever files are kept in the end. */
public final class DraftDirectory {

  private final Path directory;

  private DraftDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Opens the directory, which is made if need be, and throws away what an earlier process had not
   * finished.
   *
   * @throws StoreException if it cannot be used
   */
  public static DraftDirectory open(Path directory) {
    try {
      Files.createDirectories(directory);
      try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory)) {
        for (Path draft : drafts) {
          Files.delete(draft);
        }
      }
      return new DraftDirectory(directory);
    } catch (IOException e) {
      throw new StoreException("The directory of files " + directory + " cannot be used: " + e, e);
    }
  }

  /** A new, empty file. */
  public Path draft() throws IOException {
    return Files.createTempFile(directory, "", "");
  }
}
