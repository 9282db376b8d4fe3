package im.parley.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Keeps SQLite's own code beside the database. The driver would unpack it into the system's
 * temporary directory at every start and compare it byte by byte, which takes longer than the rest
 * of the opening, and leave it there when the process is killed.
 */
final class NativeLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
  private static final String DIRECTORY_PROPERTY = "org.sqlite.lib.path";
  private static final String NAME_PROPERTY = "org.sqlite.lib.name";

  private NativeLibrary() {}

  /**
   * Has the driver load its library from this directory; before the first connection. Where that is
   * not possible the driver does as it always does.
   */
  static void keepIn(Path directory) {
    if (System.getProperty(DIRECTORY_PROPERTY) != null) {
      return;
    }
    Path folder = directory.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + platform());
    String name = LibraryLoaderUtil.getNativeLibName();
    try {
      if (!Files.exists(folder.resolve(name))) {
        unpack(folder, name);
      }
      System.setProperty(DIRECTORY_PROPERTY, folder.toAbsolutePath().toString());
      System.setProperty(NAME_PROPERTY, name);
    } catch (IOException e) {
      LOG.debug("SQLite's library stays in its archive: {}", e.toString());
    }
  }

  /** What the driver calls the platform would take a process of its own to find out. */
  private static String platform() {
    String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
    return platform.replaceAll("[^A-Za-z0-9_-]", "");
  }

  /** The library appears under its name only when all of it is on disk. */
  private static void unpack(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Path partial = folder.resolve(name + ".partial");
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException("There is no " + resource);
      }
      Files.copy(library, partial, StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
