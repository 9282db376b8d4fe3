package im.parley.store.postgres;

import im.parley.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Which database, and how connections to it behave. */
public final class Database {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** What takes longer is given up by the server. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(15);

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

  /** A transaction whose server has gone silent ends, so that others get its locks. */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

  /** A database that is silent for so long is gone. */
  private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(20);

  private final PGSimpleDataSource source;
  private final String name;

  /** Statements are constants, so this grows no further than there are of them. */
  private final Map<String, PostgresSyntax> syntaxes = new ConcurrentHashMap<>();

  private Database(PGSimpleDataSource source, String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * The database of a URL like {@code postgresql://user:password@host:5432/name?sslmode=require}.
   * What follows the question mark are settings of the driver.
   *
   * @throws StoreException if it is no such URL
   */
  public static Database of(String url) {
    URI uri = parsed(url);
    String query = uri.getRawQuery();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(
        "jdbc:postgresql://"
            + uri.getHost()
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + uri.getRawPath()
            + (query == null ? "" : "?" + query));
    signIn(source, uri.getRawUserInfo());
    configure(source);
    return new Database(source, uri.getHost() + uri.getPath());
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      boolean scheme = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (scheme && uri.getHost() != null && uri.getPath().length() > 1) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Answered below, without the text: it may hold a password.
    }
    throw new StoreException("A database must be like postgresql://user:password@host:5432/name");
  }

  private static void signIn(PGSimpleDataSource source, @Nullable String userInfo) {
    if (userInfo == null) {
      return;
    }
    int colon = userInfo.indexOf(':');
    source.setUser(decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)));
    if (colon >= 0) {
      source.setPassword(decoded(userInfo.substring(colon + 1)));
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void configure(PGSimpleDataSource source) {
    source.setApplicationName("parley");
    source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
    source.setSocketTimeout((int) SILENCE_TIMEOUT.toSeconds());
    source.setTcpKeepAlive(true);
    source.setStringType("unspecified"); // a string may go where JSON is wanted
    source.setReWriteBatchedInserts(true);
    source.setOptions(
        option("synchronous_commit", "on")
            + option("statement_timeout", STATEMENT_TIMEOUT.toMillis())
            + option("lock_timeout", LOCK_TIMEOUT.toMillis())
            + option("idle_in_transaction_session_timeout", IDLE_TIMEOUT.toMillis())
            // A server that is gone without a word gives up what it holds after 25 seconds.
            + option("tcp_keepalives_idle", 10)
            + option("tcp_keepalives_interval", 5)
            + option("tcp_keepalives_count", 3));
  }

  private static String option(String name, Object value) {
    return "-c " + name + "=" + value + " ";
  }

  /** A new connection without statements of its own, that commits each by itself. */
  Connection connectPlainly() throws SQLException {
    return source.getConnection();
  }

  /** A new connection. */
  PostgresConnection connect() throws SQLException {
    return use(source.getConnection());
  }

  /** A connection that came from {@link #source}, perhaps through a pool. */
  PostgresConnection use(Connection connection) throws SQLException {
    try {
      return new PostgresConnection(connection, syntaxes);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Where connections come from. */
  DataSource source() {
    return source;
  }

  /** What it is called in messages: its host and its name, and never who signs in. */
  @Override
  public String toString() {
    return name;
  }
}
