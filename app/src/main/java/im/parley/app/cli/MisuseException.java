package im.parley.app.cli;

/** A command was written in a way that it cannot be read; the message says what is wrong. */
public final class MisuseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MisuseException(String message) {
    super(message);
  }
}
