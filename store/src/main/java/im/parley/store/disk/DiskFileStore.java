package im.parley.store.disk;

import im.parley.core.file.FileStore;
import im.parley.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The bytes of files in a directory: drafts in {@code incoming}, what is kept in 1,024 directories
 * by the first characters of its name. Held by the process that holds the directory's store.
 */
public final class DiskFileStore implements FileStore {

  private final Path directory;
  private final DraftDirectory incoming;

  private DiskFileStore(Path directory, DraftDirectory incoming) {
    this.directory = directory;
    this.incoming = incoming;
  }

  /**
   * Opens the directory, which is made if need be, and throws away what an earlier process had not
   * finished.
   *
   * @throws StoreException if it cannot be used
   */
  public static DiskFileStore open(Path directory) {
    return new DiskFileStore(directory, DraftDirectory.open(directory.resolve("incoming")));
  }

  @Override
  public Path draft() throws IOException {
    return incoming.draft();
  }

  @Override
  public void keep(Path draft, String name) throws IOException {
    Path kept = place(name);
    Path folder = kept.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      force(directory);
    }
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  /** Has a directory's entries reach the disk. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  @SuppressWarnings("resource") // the stream closes its channel
  public InputStream read(String name, long from) throws IOException {
    FileChannel channel = FileChannel.open(place(name), StandardOpenOption.READ);
    channel.position(from);
    return Channels.newInputStream(channel);
  }

  @Override
  public long size(String name) throws IOException {
    return Files.size(place(name));
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(place(name));
  }

  /** Does something with the name of everything that is kept. */
  public void forEach(Consumer<String> action) throws IOException {
    try (Stream<Path> kept = Files.find(directory, 2, (path, _) -> isKept(path))) {
      kept.map(path -> String.valueOf(path.getFileName())).forEach(action);
    }
  }

  private boolean isKept(Path path) {
    return Files.isRegularFile(path) && path.equals(place(String.valueOf(path.getFileName())));
  }

  @Override
  public void close() {}

  /** Names begin with a letter for their kind, and go on with random ones. */
  private Path place(String name) {
    return directory.resolve(name.substring(1, 3)).resolve(name);
  }
}
