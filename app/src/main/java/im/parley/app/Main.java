package im.parley.app;

/** The program's entry. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] arguments) {
    int status = CommandLineInterface.of(System.getenv()).execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }
}
