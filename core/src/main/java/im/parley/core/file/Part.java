package im.parley.core.file;

import im.parley.protocol.id.FileId;

/** What is kept of a file. */
public enum Part {
  /** All of it, as it was uploaded. */
  WHOLE(""),
  /** The small picture of an image. */
  THUMBNAIL("-thumbnail");

  private final String suffix;

  Part(String suffix) {
    this.suffix = suffix;
  }

  /** The name under which a {@link FileStore} has this part of the file. */
  String of(FileId file) {
    return file.value() + suffix;
  }
}
