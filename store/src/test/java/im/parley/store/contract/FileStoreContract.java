package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.parley.core.file.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of every place for the bytes of files. */
public abstract class FileStoreContract {

  private static final String NAME = "fAbCdEf123";

  @TempDir private Path directory;
  private FileStore store;

  /** Opens a place that has nothing in it, with this directory for what it needs on the disk. */
  protected abstract FileStore open(Path directory) throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = open(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasKeptIsReadFromAnyByteOn() throws Exception {
    byte[] bytes = new byte[200_000];
    new Random(7).nextBytes(bytes);
    keep(NAME, bytes);
    assertThat(store.size(NAME)).isEqualTo(bytes.length);
    assertThat(read(NAME, 0)).isEqualTo(bytes);
    assertThat(read(NAME, 123_456)).isEqualTo(Arrays.copyOfRange(bytes, 123_456, bytes.length));
  }

  @Test
  void anEmptyFileIsAFile() throws Exception {
    keep(NAME, new byte[0]);
    assertThat(store.size(NAME)).isZero();
    assertThat(read(NAME, 0)).isEmpty();
  }

  @Test
  void aDraftIsGoneWhenItIsKept() throws Exception {
    Path draft = store.draft();
    assertThat(draft).isEmptyFile();
    Files.writeString(draft, "what came");
    store.keep(draft, NAME);
    assertThat(draft).doesNotExist();
    assertThat(read(NAME, 0)).asString().isEqualTo("what came");
  }

  @Test
  void whatIsNotThereIsNoSuchFile() {
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.size(NAME));
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.read(NAME, 0));
  }

  @Test
  void whatWasDeletedIsGoneAndMayBeDeletedAgain() throws Exception {
    keep(NAME, new byte[10]);
    keep("fOther4567", new byte[20]);
    store.delete(NAME);
    store.delete(NAME);
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.size(NAME));
    assertThat(store.size("fOther4567")).isEqualTo(20);
  }

  private void keep(String name, byte[] bytes) throws IOException {
    Path draft = store.draft();
    Files.write(draft, bytes);
    store.keep(draft, name);
  }

  private byte[] read(String name, long from) throws IOException {
    try (InputStream in = store.read(name, from)) {
      return in.readAllBytes();
    }
  }
}
