package im.parley.protocol.id;

/**
 * One signed-in device of a user, by name.
 *
 * @param value 1 to 40 URL-safe characters; clients treat them as opaque
 */
public record SessionId(String value) {

  public SessionId {
    IdSyntax.check("session", value);
  }

  /** A new name that nobody can guess: 60 random bits. */
  public static SessionId random() {
    return new SessionId(IdSyntax.random('s'));
  }

  @Override
  public String toString() {
    return value;
  }
}
