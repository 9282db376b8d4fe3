package im.parley.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where the bytes of files are. A name is written once, and read until it is deleted. All calls
 * wait for the disk or the network.
 */
public interface FileStore extends AutoCloseable {

  /**
   * A new, empty file on this machine's disk, for what is coming in. Those that are left when the
   * process ends are gone at the next start.
   */
  Path draft() throws IOException;

  /** Keeps what a draft has come to. When this returns it survives the loss of power. */
  void keep(Path draft, String name) throws IOException;

  /**
   * What was kept under this name.
   *
   * @param from how many bytes to leave out at the beginning
   * @throws java.nio.file.NoSuchFileException if there is nothing
   */
  InputStream read(String name, long from) throws IOException;

  /**
   * How many bytes were kept under this name.
   *
   * @throws java.nio.file.NoSuchFileException if there is nothing
   */
  long size(String name) throws IOException;

  /** Throws away what was kept under this name, if there is anything. */
  void delete(String name) throws IOException;

  /** Lets go of what it holds; nothing is asked of it afterwards. */
  @Override
  void close();
}
