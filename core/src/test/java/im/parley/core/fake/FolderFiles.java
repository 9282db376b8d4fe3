package im.parley.core.fake;

import im.parley.core.file.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of files in a folder, one beside the other. */
public record FolderFiles(Path folder) implements FileStore {

  @Override
  public Path draft() throws IOException {
    return Files.createTempFile(folder, "draft", "");
  }

  @Override
  public void keep(Path draft, String name) throws IOException {
    Files.move(draft, folder.resolve(name));
  }

  @Override
  public InputStream read(String name, long from) throws IOException {
    InputStream in = Files.newInputStream(folder.resolve(name));
    in.skipNBytes(from);
    return in;
  }

  @Override
  public long size(String name) throws IOException {
    return Files.size(folder.resolve(name));
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void close() {}
}
