package im.parley.core.file;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Thumbnail;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is coming in. Used by one thread at a time; every call but the first waits for the
 * disk. It ends with {@link #close}, whatever has become of it.
 */
public final class Upload implements AutoCloseable {

  private final Uploads uploads;
  private final UserId owner;
  private final long max;
  private final Path draft;
  private final FileOutputStream out;
  private long size;
  private boolean closed;

  Upload(Uploads uploads, UserId owner, long max) throws IOException {
    this.uploads = uploads;
    this.owner = owner;
    this.max = max;
    this.draft = uploads.store().draft();
    this.out = new FileOutputStream(draft.toFile());
  }

  /**
   * Takes the next bytes.
   *
   * @throws RefusedException {@code too_large} when there are too many
   */
  public void write(byte[] bytes) {
    if (size + bytes.length > max) {
      throw tooLarge(max);
    }
    try {
      out.write(bytes);
      size += bytes.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RefusedException tooLarge(long max) {
    return new RefusedException(
        Refusal.of(ErrorCode.TOO_LARGE, "This file may have at most " + max + " bytes"));
  }

  /**
   * Everything has come: finds out what it is and keeps it.
   *
   * @param name what the client calls it
   * @throws RefusedException {@code too_large} if the owner has too much meanwhile
   */
  public FileInfo finish(String name) {
    try {
      out.getFD().sync();
      String type = MediaType.of(start());
      Optional<ImageSize> image = ImageSize.of(draft, type);
      Path picture = uploads.store().draft();
      try {
        Optional<Thumbnail> thumbnail =
            image.flatMap(it -> uploads.thumbnails().paint(draft, type, it, picture));
        FileInfo file =
            new FileInfo(
                FileId.random(),
                FileName.clean(name),
                type,
                size,
                image.map(ImageSize::width).orElse(null),
                image.map(ImageSize::height).orElse(null),
                thumbnail.orElse(null));
        keep(file, picture);
        return file;
      } finally {
        Files.deleteIfExists(picture);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] start() throws IOException {
    try (InputStream in = Files.newInputStream(draft)) {
      return in.readNBytes(MediaType.LOOKED_AT);
    }
  }

  /** First the row, so that whatever a crash leaves behind is found by it. */
  private void keep(FileInfo file, Path picture) throws IOException {
    uploads.records().add(file, owner, uploads.config().quotaBytes());
    uploads.store().keep(draft, Part.WHOLE.of(file.id()));
    if (file.thumbnail() != null) {
      uploads.store().keep(picture, Part.THUMBNAIL.of(file.id()));
    }
  }

  /** Gives back what it held. Of an upload that was not finished nothing is left. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      out.close();
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      uploads.ended(owner);
    }
  }
}
