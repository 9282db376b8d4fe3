package im.parley.protocol.id;

/**
 * A file that was uploaded, by name.
 *
 * @param value 1 to 40 URL-safe characters; clients treat them as opaque
 */
public record FileId(String value) {

  public FileId {
    IdSyntax.check("file", value);
  }

  /** A new name that nobody can guess: 60 random bits. */
  public static FileId random() {
    return new FileId(IdSyntax.random('f'));
  }

  @Override
  public String toString() {
    return value;
  }
}
