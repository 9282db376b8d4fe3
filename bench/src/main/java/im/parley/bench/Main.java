package im.parley.bench;

import picocli.CommandLine;

/** The entry of {@code ./parley bench}. */
public final class Main {

  private Main() {}

  /** Runs one scenario and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(BenchCommand.spec())
            .setExecutionStrategy(BenchCommand::run)
            .execute(arguments));
  }
}
