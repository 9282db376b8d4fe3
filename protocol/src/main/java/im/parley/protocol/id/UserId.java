package im.parley.protocol.id;

/**
 * A person or bot, by name.
 *
 * @param value 1 to 40 URL-safe characters; clients treat them as opaque
 */
public record UserId(String value) {

  public UserId {
    IdSyntax.check("user", value);
  }

  /** A new name that nobody can guess: 60 random bits. */
  public static UserId random() {
    return new UserId(IdSyntax.random('u'));
  }

  @Override
  public String toString() {
    return value;
  }
}
