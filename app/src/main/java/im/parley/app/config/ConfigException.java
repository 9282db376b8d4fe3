package im.parley.app.config;

/**
 * The server was asked to run in a way that it cannot; the message says which key and what to do.
 */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
