package im.parley.app;

import java.io.PrintWriter;
import java.util.List;

/** The program's entry. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    int status = new CommandLineInterface(System.getenv(), out, err).execute(List.of(arguments));
    if (status != 0) {
      System.exit(status);
    }
  }
}
