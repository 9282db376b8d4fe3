package im.parley.protocol.id;

/**
 * A room, by name.
 *
 * @param value 1 to 40 URL-safe characters; clients treat them as opaque
 */
public record RoomId(String value) {

  public RoomId {
    IdSyntax.check("room", value);
  }

  /** A new name that nobody can guess: 60 random bits. */
  public static RoomId random() {
    return new RoomId(IdSyntax.random('r'));
  }

  @Override
  public String toString() {
    return value;
  }
}
