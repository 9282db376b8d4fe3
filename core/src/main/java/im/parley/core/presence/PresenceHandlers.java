package im.parley.core.presence;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.dispatch.Line;
import im.parley.protocol.command.SetPresence;
import im.parley.protocol.command.WatchPresence;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.Presences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out {@code presence.*}. */
public final class PresenceHandlers {

  /** How long a choice that ends can last: a year. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private final PresenceBoard board;
  private final InstantSource clock;

  private PresenceHandlers(PresenceBoard board, InstantSource clock) {
    this.board = board;
    this.clock = clock;
  }

  /** The handlers of {@code presence.set} and {@code presence.watch}. */
  public static List<Handler<?, ?>> of(PresenceBoard board, InstantSource clock) {
    PresenceHandlers handlers = new PresenceHandlers(board, clock);
    return List.of(
        new Handler.ForSignedIn<>(SetPresence.TYPE, handlers::set),
        new Handler.ForSignedIn<>(WatchPresence.TYPE, handlers::watch));
  }

  private Done set(Caller.SignedIn caller, SetPresence command) {
    Instant until = command.until();
    if (until != null) {
      requireSoon(until);
    }
    Chosen chosen =
        new Chosen(command.state(), orNull(command.text()), orNull(command.emoji()), until);
    board.choose(caller.user(), chosen);
    return new Done();
  }

  private void requireSoon(Instant until) {
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw RefusedException.badField(
          "until", "must be within the next " + LONGEST.toDays() + " days");
    }
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private Presences watch(Caller.SignedIn caller, WatchPresence command) {
    Line line =
        caller.line().orElseThrow(() -> new IllegalStateException("No live connection watches"));
    return new Presences(board.watch(caller.user(), line, command.users()));
  }
}
