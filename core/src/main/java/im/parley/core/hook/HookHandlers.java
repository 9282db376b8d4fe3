package im.parley.core.hook;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.room.RoomAccess;
import im.parley.core.session.TokenHash;
import im.parley.core.session.TokenMint;
import im.parley.protocol.command.CreateHook;
import im.parley.protocol.command.DeleteHook;
import im.parley.protocol.command.ListHooks;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.HookUrl;
import im.parley.protocol.view.Hook;
import im.parley.protocol.view.RoomSummary;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Makes, shows and deletes the addresses of rooms for messages from elsewhere. */
public final class HookHandlers {

  private static final String PATH = "/v1/hooks/";

  private final Hooks hooks;
  private final RoomAccess access;
  private final TokenMint mint;
  private final InstantSource clock;

  private HookHandlers(Hooks hooks, RoomAccess access, TokenMint mint, InstantSource clock) {
    this.hooks = hooks;
    this.access = access;
    this.mint = mint;
    this.clock = clock;
  }

  /** The handlers of {@code hook.*}. */
  public static List<Handler<?, ?>> of(
      Hooks hooks, RoomAccess access, TokenMint mint, InstantSource clock) {
    HookHandlers handlers = new HookHandlers(hooks, access, mint, clock);
    return List.of(
        new Handler.ForSignedIn<>(CreateHook.TYPE, handlers::create),
        new Handler.ForSignedIn<>(ListHooks.TYPE, handlers::list),
        new Handler.ForSignedIn<>(DeleteHook.TYPE, handlers::delete));
  }

  private HookUrl create(Caller.SignedIn caller, CreateHook command) {
    String secret = mint.mintHook();
    Hook hook =
        new Hook(
            UserId.random(),
            command.room(),
            command.name(),
            caller.user(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    hooks.create(hook, username(hook.id()), TokenHash.of(secret));
    return new HookUrl(hook, PATH + secret);
  }

  private static String username(UserId bot) {
    return "hook-" + bot.value().substring(1).toLowerCase(Locale.ROOT);
  }

  private im.parley.protocol.reply.Hooks list(Caller.SignedIn caller, ListHooks command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.LIST_HOOKS, room.kind(), room.role());
    return new im.parley.protocol.reply.Hooks(hooks.of(command.room()));
  }

  private Done delete(Caller.SignedIn caller, DeleteHook command) {
    hooks.delete(command.room(), command.hook(), caller.user());
    return new Done();
  }
}
