package im.parley.app.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, on a directory and ports of its own. */
final class RehearsedServer implements AutoCloseable {

  private static final Pattern URL = Pattern.compile("http://[^/ ]+");

  private final Path directory;
  private final Process process;
  private final String url;
  private final String adminUrl;

  private RehearsedServer(Path directory, Process process) throws IOException {
    this.directory = directory;
    this.process = process;
    BufferedReader said = process.inputReader();
    this.url = url(said.readLine());
    this.adminUrl = url(said.readLine());
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param command what starts one, without its options
   */
  static RehearsedServer start(List<String> command) throws IOException {
    Path directory = Files.createTempDirectory("parley-rehearsal");
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--port", "0", "--data", directory.resolve("data").toString()));
    ProcessBuilder builder = new ProcessBuilder(words).redirectError(log(directory).toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
    return new RehearsedServer(directory, builder.start());
  }

  private String url(@Nullable String line) throws IOException {
    Matcher matcher = URL.matcher(line == null ? "" : line);
    if (!matcher.find()) {
      throw failure();
    }
    return matcher.group();
  }

  /** Where clients connect, without a slash at the end. */
  String url() {
    return url;
  }

  /** Where operators look, without a slash at the end. */
  String adminUrl() {
    return adminUrl;
  }

  /** Ends the server as an operator would, and waits until it has written what it recorded. */
  @Override
  public void close() throws IOException {
    process.toHandle().destroy();
    process.inputReader().transferTo(Writer.nullWriter());
    if (process.onExit().join().exitValue() != 0) {
      throw failure();
    }
    delete(directory);
  }

  private IOException failure() throws IOException {
    process.destroyForcibly().onExit().join();
    String log = Files.readString(log(directory));
    delete(directory);
    return new IOException("The server failed: " + log);
  }

  private static Path log(Path directory) {
    return directory.resolve("log");
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
