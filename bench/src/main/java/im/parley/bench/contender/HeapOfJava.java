package im.parley.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a Java process about its heap, with the tools of the same JDK. */
final class HeapOfJava {

  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern USED =
      Pattern.compile("(?:DefNew|Tenured|garbage-first heap|ZHeap).*used (\\d+)([KM])");

  private HeapOfJava() {}

  /** Has all garbage collected; how many bytes of the heap are in use then. */
  static long collect(long pid) {
    ask(pid, "GC.run");
    long used = 0;
    Matcher matcher = USED.matcher(ask(pid, "GC.heap_info"));
    while (matcher.find()) {
      used += Long.parseLong(matcher.group(1)) << (matcher.group(2).equals("K") ? 10 : 20);
    }
    return used;
  }

  private static String ask(long pid, String command) {
    try {
      Process process = new ProcessBuilder(JCMD.toString(), Long.toString(pid), command).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
