package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.app.config.CommandLineSettings;
import im.parley.app.config.ConfigException;
import im.parley.app.config.FileConfig;
import im.parley.app.config.ServerConfig;
import im.parley.app.config.ServerConfig.Address;
import im.parley.app.config.Setting;
import im.parley.app.config.Settings;
import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressGuard.Reach;
import im.parley.edge.push.HttpPushConfig;
import im.parley.edge.server.Transport;
import im.parley.store.s3.BucketConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How settings are read and checked. */
class ConfigurationTest {

  private static final Map<Setting, String> NOTHING = Map.of();
  private static final Map<String, String> EMPTY = Map.of();

  @TempDir Path directory;

  @Test
  void nothingSetIsAServerForThisMachineAlone() {
    assertThat(config(NOTHING))
        .isEqualTo(
            new ServerConfig(
                new Address("127.0.0.1", 8080),
                new Address("127.0.0.1", 8081),
                Set.of(),
                Optional.empty(),
                Path.of("data"),
                Optional.empty(),
                Optional.empty(),
                15_000,
                new FileConfig(50L << 20, 1024L << 20, Optional.empty()),
                Transport.best(),
                true,
                new HttpPushConfig(Reach.PUBLIC, Optional.empty()),
                AddressGuard.Reach.PUBLIC));
  }

  @Test
  void everySettingIsTakenFromTheEnvironment() {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("PARLEY_HOST", "0.0.0.0"),
            Map.entry("PARLEY_PORT", "9000"),
            Map.entry("PARLEY_DATA", "/var/lib/parley"),
            Map.entry("PARLEY_DATABASE", "sqlite"),
            Map.entry("PARLEY_REDIS", "none"),
            Map.entry("PARLEY_ADMIN_HOST", "10.0.0.1"),
            Map.entry("PARLEY_ADMIN_PORT", "9100"),
            Map.entry("PARLEY_ORIGINS", "https://a.example, https://b.example"),
            Map.entry("PARLEY_PUBLIC_URL", "https://chat.example.org"),
            Map.entry("PARLEY_CONNECTIONS", "10"),
            Map.entry("PARLEY_FILES", "s3://chat-files/of/parley"),
            Map.entry("PARLEY_S3_ENDPOINT", "https://s3.example.org"),
            Map.entry("PARLEY_S3_REGION", "eu-central-1"),
            Map.entry("PARLEY_FILE_LIMIT", "7"),
            Map.entry("PARLEY_FILE_QUOTA", "70"),
            Map.entry("PARLEY_TRANSPORT", "nio"),
            Map.entry("PARLEY_LIMITS", "off"),
            Map.entry("PARLEY_PUSH_CONTACT", "mailto:admin@example.org"),
            Map.entry("PARLEY_PUSH_ENDPOINTS", "any"),
            Map.entry("PARLEY_OUTBOUND", "anywhere"),
            Map.entry("PATH", "/bin"));
    assertThat(environment)
        .as("all of them")
        .containsKeys(
            Set.of(Setting.values()).stream().map(Setting::environmentName).toArray(String[]::new));
    assertThat(ServerConfig.of(read(NOTHING, environment)))
        .isEqualTo(
            new ServerConfig(
                new Address("0.0.0.0", 9000),
                new Address("10.0.0.1", 9100),
                Set.of("https://a.example", "https://b.example"),
                Optional.of(URI.create("https://chat.example.org")),
                Path.of("/var/lib/parley"),
                Optional.empty(),
                Optional.empty(),
                10,
                new FileConfig(
                    7L << 20,
                    70L << 20,
                    Optional.of(
                        new BucketConfig(
                            "chat-files",
                            "of/parley/",
                            "eu-central-1",
                            Optional.of(URI.create("https://s3.example.org"))))),
                Transport.NIO,
                false,
                new HttpPushConfig(Reach.ANYWHERE, Optional.of("mailto:admin@example.org")),
                AddressGuard.Reach.ANYWHERE));
  }

  @Test
  void serversThatMeetShareADatabaseAndTheirAddressIsShownWithoutThePassword() {
    String database = "postgresql://parley:secret@db.example/parley";
    String redis = "rediss://parley:secret@redis.example:6380";
    ServerConfig config = config(Map.of(Setting.DATABASE, database, Setting.REDIS, redis));
    assertThat(config.redis().orElseThrow()).hasToString("rediss://redis.example:6380");
    assertThat(config.toString()).doesNotContain("secret");
    assertThatThrownBy(() -> config(Map.of(Setting.REDIS, redis)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("set 'database' as well");
    assertThatThrownBy(
            () -> config(Map.of(Setting.DATABASE, database, Setting.REDIS, "redis.example")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'redis' must be");
  }

  @Test
  void operatorsStayOnLoopbackWhereverClientsConnect() {
    assertThat(config(Map.of(Setting.HOST, "0.0.0.0")).admin().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
    Path file = file("host = file\nport = 1\ndata = file\n");
    Map<String, String> environment = Map.of("PARLEY_HOST", "environment", "PARLEY_PORT", "2");
    CommandLineSettings commandLine =
        new CommandLineSettings(Map.of(Setting.HOST, "line"), Optional.of(file));
    Settings settings = Settings.read(commandLine, environment);
    assertThat(settings.get(Setting.HOST)).isEqualTo("line");
    assertThat(settings.get(Setting.PORT)).isEqualTo("2");
    assertThat(settings.get(Setting.DATA)).isEqualTo("file");
    assertThat(settings.get(Setting.LIMITS)).isEqualTo("on");
  }

  @Test
  void theEnvironmentNamesTheFileUnlessTheCommandLineDoes() throws Exception {
    Path file = file("port = 1\n");
    Map<String, String> environment = Map.of("PARLEY_CONFIG", file.toString());
    assertThat(read(NOTHING, environment).get(Setting.PORT)).isEqualTo("1");
    Path other = Files.writeString(directory.resolve("other"), "port = 2\n");
    CommandLineSettings commandLine = new CommandLineSettings(NOTHING, Optional.of(other));
    assertThat(Settings.read(commandLine, environment).get(Setting.PORT)).isEqualTo("2");
  }

  @Test
  void anUnknownKeyIsNamedWithItsSourceAndWithThoseThatThereAre() throws Exception {
    Path file = file("prot = 1\n");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> Settings.read(new CommandLineSettings(NOTHING, Optional.of(file)), EMPTY))
        .withMessageStartingWith("'prot' in " + file)
        .withMessageContaining("host, port, data");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> read(NOTHING, Map.of("PARLEY_PROT", "1")))
        .withMessageStartingWith("'PARLEY_PROT' in the environment")
        .withMessageContaining("host, port, data");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("missing");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(
            () -> Settings.read(new CommandLineSettings(NOTHING, Optional.of(missing)), EMPTY))
        .withMessageContaining(missing.toString());
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws Exception {
    Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    Path escape = file("host = \\u12\n");
    for (Path file : Set.of(binary, escape)) {
      assertThatExceptionOfType(ConfigException.class)
          .isThrownBy(
              () -> Settings.read(new CommandLineSettings(NOTHING, Optional.of(file)), EMPTY))
          .withMessageContaining(file.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HOST, ''",
    "PORT, http",
    "PORT, -1",
    "PORT, 65536",
    "PORT, ''",
    "ADMIN_HOST, ''",
    "ADMIN_PORT, 65536",
    "ADMIN_PORT, Auto",
    "CONNECTIONS, 0",
    "TRANSPORT, kqueue",
    "TRANSPORT, EPOLL",
    "LIMITS, yes",
    "ORIGINS, chat.example.org",
    "ORIGINS, https://a.example/path",
    "ORIGINS, 'https://a.example, *'",
    "ORIGINS, https://a.example?query",
    "ORIGINS, https://user@a.example",
    "PUBLIC_URL, ftp://chat.example.org",
    "PUBLIC_URL, https://chat.example.org/",
    "PUBLIC_URL, https://chat.example.org#top",
    "PUBLIC_URL, https://chat example",
    "PUBLIC_URL, 'https://'",
    "DATA, ''",
  })
  void aValueThatCannotBeIsNamedByItsKey(Setting setting, String value) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> config(Map.of(setting, value)))
        .withMessageStartingWith("'" + setting.key() + "' must be ");
  }

  @Test
  void aHostReadsTheSameInAnyCase() {
    assertThat(config(Map.of(Setting.PUBLIC_URL, "HTTPS://Chat.Example.org:8443")).publicUrl())
        .hasValue(URI.create("https://chat.example.org:8443"));
  }

  @Test
  void theLastPortHasNoneAfterItForOperators() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> config(Map.of(Setting.PORT, "65535")))
        .withMessageContaining("'admin-port'");
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aTransportIsTakenWhereItWorksAndElseRefusedWithTheReason(Transport transport) {
    Map<Setting, String> chosen =
        Map.of(Setting.TRANSPORT, transport.name().toLowerCase(Locale.ROOT));
    transport
        .whyNot()
        .ifPresentOrElse(
            why ->
                assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> config(chosen))
                    .withMessageContainingAll("'transport' must not be", why),
            () -> assertThat(config(chosen).transport()).isEqualTo(transport));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(directory.resolve("parley.conf"), content);
  }

  private static ServerConfig config(Map<Setting, String> commandLine) {
    return ServerConfig.of(read(commandLine, EMPTY));
  }

  private static Settings read(Map<Setting, String> commandLine, Map<String, String> environment) {
    return Settings.read(new CommandLineSettings(commandLine, Optional.empty()), environment);
  }
}
