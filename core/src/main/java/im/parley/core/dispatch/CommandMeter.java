package im.parley.core.dispatch;

import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Times every command, by type and by what came of it. */
public final class CommandMeter {

  /** Bounds of the histogram: from a read out of memory to a wait that people notice. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500)
  };

  private final Map<Class<?>, Timers> timers;

  public CommandMeter(MeterRegistry registry) {
    this.timers =
        CommandCatalogue.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    CommandType::command, type -> new Timers(registry, type)));
  }

  /** A command begins. */
  public Running begin(CommandType<?, ?> type) {
    Timers own = timers.get(type.command());
    if (own == null) {
      throw new IllegalStateException("Not in the catalogue: " + type.name());
    }
    return new Running(own, System.nanoTime());
  }

  /** A command on its way. */
  public record Running(Timers timers, long startNanos) {

    /** The command was answered: with a reply, a refusal, or a fault. */
    public void end(@Nullable Object reply, @Nullable Throwable failure) {
      long nanos = System.nanoTime() - startNanos;
      timers.of(failure).record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** The timers of one command. */
  static final class Timers {

    private final Timer done;
    private final Timer refused;
    private final Timer failed;

    Timers(MeterRegistry registry, CommandType<?, ?> type) {
      this.done = timer(registry, type, "done");
      this.refused = timer(registry, type, "refused");
      this.failed = timer(registry, type, "failed");
    }

    private static Timer timer(MeterRegistry registry, CommandType<?, ?> type, String outcome) {
      return Timer.builder("parley.commands")
          .description("Commands carried out, from admission to reply")
          .tag("type", type.name())
          .tag("outcome", outcome)
          .serviceLevelObjectives(BUCKETS)
          .register(registry);
    }

    private Timer of(@Nullable Throwable failure) {
      if (failure == null) {
        return done;
      }
      return Failures.unwrap(failure) instanceof RefusedException ? refused : failed;
    }
  }
}
