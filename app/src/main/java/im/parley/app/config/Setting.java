package im.parley.app.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be set. The command line, the environment and the file have the same keys.
 */
public enum Setting {
  HOST("host", "ADDRESS", "127.0.0.1", "Address to listen on"),
  PORT("port", "PORT", "8080", "Port to listen on; 0 asks for a free one"),
  DATA("data", "DIR", "data", "Directory of the embedded database, and of uploaded files"),
  DATABASE(
      "database",
      "sqlite|postgresql://…",
      "sqlite",
      "Where everything is kept: embedded, or like postgresql://user:password@host:5432/name"),
  REDIS(
      "redis",
      "none|redis://…",
      "none",
      "Where servers that share a database meet, like redis://user:password@host:6379, one Redis or"
          + " a cluster; rediss for TLS"),
  ADMIN_HOST("admin-host", "ADDRESS", "127.0.0.1", "Address of metrics and health for operators"),
  ADMIN_PORT("admin-port", "PORT", "auto", "Its port; 'auto' is the one after --port"),
  ORIGINS(
      "origins",
      "LIST",
      "",
      "Further origins whose pages may connect, separated by commas, like"
          + " https://chat.example.org"),
  PUBLIC_URL(
      "public-url", "URL", "", "Address that browsers use, when a proxy stands before this server"),
  CONNECTIONS("connections", "COUNT", "15000", "Connections at most; more are turned away"),
  FILES(
      "files",
      "disk|s3://BUCKET",
      "disk",
      "Where uploaded files are kept; a path after the bucket's name comes before each object's"),
  S3_ENDPOINT("s3-endpoint", "URL", "", "Address of the bucket's store, when it is not Amazon's"),
  S3_REGION("s3-region", "NAME", "us-east-1", "Region of the bucket"),
  FILE_LIMIT("file-limit", "MIB", "50", "Size of one file at most, in MiB"),
  FILE_QUOTA("file-quota", "MIB", "1024", "Size of all files of one user at most, in MiB"),
  TRANSPORT(
      "transport",
      "auto|epoll|io_uring|nio",
      "auto",
      "How sockets are read and written; 'auto' is epoll where there is one, otherwise nio"),
  PUSH_CONTACT(
      "push-contact",
      "URI",
      "",
      "Whom push services of browsers can turn to, like mailto:admin@example.org; else"
          + " --public-url"),
  PUSH_ENDPOINTS(
      "push-endpoints",
      "public|any",
      "public",
      "Where browsers may be pushed to; 'any' is for tests and networks of one's own"),
  LIMITS("limits", "on|off", "on", "Rate limits; 'off' is for load tests only"),
  OUTBOUND(
      "outbound",
      "public|anywhere",
      "public",
      "Where outgoing webhooks may go; 'anywhere' lets them reach this machine and its network");

  private final String key;
  private final String placeholder;
  private final String defaultValue;
  private final String help;

  Setting(String key, String placeholder, String defaultValue, String help) {
    this.key = key;
    this.placeholder = placeholder;
    this.defaultValue = defaultValue;
    this.help = help;
  }

  /** Its name in the file; on the command line with two dashes before it. */
  public String key() {
    return key;
  }

  /** Its name in the environment. */
  public String environmentName() {
    return "PARLEY_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What stands for its value in the help text. */
  public String placeholder() {
    return placeholder;
  }

  /** Its value when nobody set it. */
  public String defaultValue() {
    return defaultValue;
  }

  /** What it does, in one line. */
  public String help() {
    return help;
  }

  /** That its value breaks a rule. */
  ConfigException bad(String rule) {
    return new ConfigException("'" + key + "' " + rule);
  }

  /** The setting with this key. */
  static Optional<Setting> byKey(String key) {
    return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** The setting with this name in the environment. */
  static Optional<Setting> byEnvironmentName(String name) {
    return Stream.of(values())
        .filter(setting -> setting.environmentName().equals(name))
        .findFirst();
  }
}
