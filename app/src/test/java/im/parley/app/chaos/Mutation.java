package im.parley.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A fault in the program itself: a line of its source that says something else. Compiled, it takes
 * the place of the right class in the servers of a test.
 *
 * @param source the file, from the root of the project
 * @param right what it says
 * @param wrong what it says now
 */
record Mutation(String source, String right, String wrong) {

  /** Acknowledges before the commit is on the disk. */
  static final Mutation ACKNOWLEDGE_BEFORE_COMMIT =
      new Mutation(
          "store/src/main/java/im/parley/store/postgres/Database.java",
          "option(\"synchronous_commit\", \"on\")",
          "option(\"synchronous_commit\", \"off\")");

  /** Takes every message for new. */
  static final Mutation NO_DEDUPLICATION =
      new Mutation(
          "store/src/main/java/im/parley/store/sql/KnownKeys.java",
          "    Optional<DurableEvent> looked = known.get(new Name(by, key));\n",
          "    Optional<DurableEvent> looked = Optional.empty();\n");

  /** Reads nothing that nobody told. */
  static final Mutation NO_GAP_REPAIR =
      new Mutation(
          "cluster/src/main/java/im/parley/cluster/redis/LogReader.java",
          "    Optional<RoomStreams.Gap> gap = streams.gap(room);\n",
          "    Optional<RoomStreams.Gap> gap = Optional.empty();\n");

  /** Compiles it. Returns where its classes are. */
  Path compileTo(Path directory) throws IOException {
    // Tests run in the directory of their module.
    String text = Files.readString(Path.of("..").resolve(source));
    assertThat(text.split(Pattern.quote(right), -1))
        .as("%s says it once: %s", source, right)
        .hasSize(2);
    Path mutated = directory.resolve(Path.of(source).getFileName().toString());
    Files.writeString(mutated, text.replace(right, wrong));
    Path classes = Files.createDirectories(directory.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            mutated.toString());
    int status = compiler.run(null, null, null, options.toArray(String[]::new));
    assertThat(status).as("it compiles").isZero();
    return classes;
  }
}
