package im.parley.app.client;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as its user runs it, in a process of its own. */
public final class Program {

  private Program() {}

  /** Runs to its end with these arguments. */
  public static Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(with(List.of(arguments)));
  }

  /** The same, with these further variables in its environment. */
  public static Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder program = with(List.of(arguments));
    program.environment().putAll(environment);
    return run(program);
  }

  /** The same, on a machine that offers nothing but what Java itself does. */
  public static Outcome runWithoutNativeTransports(String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder program = with(List.of(arguments));
    program.command().add(1, "-Dio.netty.transport.noNative=true");
    return run(program);
  }

  private static Outcome run(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  /** What runs it with these arguments, where these classes take the place of its own. */
  public static ProcessBuilder patched(Path classes, List<String> arguments) {
    ProcessBuilder program = with(arguments);
    int classPath = program.command().indexOf("-cp") + 1;
    program
        .command()
        .set(classPath, classes + File.pathSeparator + program.command().get(classPath));
    return program;
  }

  /** What runs it with these arguments. */
  public static ProcessBuilder with(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            // Quick to start, and quick enough: tests start many of these, on few processors.
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path")
                .replace("/test-classes" + File.pathSeparator, "/none" + File.pathSeparator),
            "im.parley.app.Main"));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /**
   * How it ended.
   *
   * @param status the exit status
   * @param said what it wrote to both its outputs
   */
  public record Outcome(int status, String said) {}
}
