package im.parley.core.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.room.RoomAccess;
import im.parley.core.room.Rooms;
import im.parley.protocol.command.SetTyping;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import java.time.Duration;
import java.util.List;

/**
 * Carries out {@code typing}: clients say it with many keystrokes, the room hears it once in 3 s,
 * and forgets it after 6.
 */
public final class TypingHandlers {

  private static final Duration REPEAT_AFTER = Duration.ofSeconds(3);

  /** With more people writing at once than this, some repeats are told too often. */
  private static final long MAX_REMEMBERED = 20_000;

  private final RoomAccess access;
  private final Bus bus;
  private final Cache<Writer, Boolean> told;

  private TypingHandlers(RoomAccess access, Bus bus, Ticker ticker) {
    this.access = access;
    this.bus = bus;
    this.told =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(REPEAT_AFTER)
            .maximumSize(MAX_REMEMBERED)
            .build();
  }

  /** The handler of {@code typing}. */
  public static List<Handler<?, ?>> of(Rooms rooms, Bus bus, Ticker ticker) {
    TypingHandlers handlers = new TypingHandlers(new RoomAccess(rooms), bus, ticker);
    return List.of(new Handler.ForSignedIn<>(SetTyping.TYPE, handlers::setTyping));
  }

  private Done setTyping(Caller.SignedIn caller, SetTyping command) {
    Writer writer = new Writer(caller.user(), command.room());
    boolean repeat = command.active() && told.getIfPresent(writer) != null;
    if (!repeat) {
      access.requireMember(command.room(), caller.user());
      tell(writer, command.active());
    }
    return new Done();
  }

  private void tell(Writer writer, boolean active) {
    if (active) {
      told.put(writer, true);
    } else {
      told.invalidate(writer);
    }
    bus.signal(writer.room(), new Signal.Typing(writer.user(), active));
  }

  /** Somebody who is writing somewhere. */
  private record Writer(UserId user, RoomId room) {}
}
