package im.parley.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that runs one of these tests' programs. */
final class ChildJvm {

  private ChildJvm() {}

  /** Starts the program on this directory; what it says on either stream is in its output. */
  static Process start(Class<?> program, Path directory, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(program.getName(), directory.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
