package im.parley.core.bot;

import static java.util.Objects.requireNonNull;

import im.parley.core.account.Accounts;
import im.parley.core.account.Usernames;
import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.core.session.Sessions.NewSession;
import im.parley.core.session.TokenMint;
import im.parley.protocol.command.CreateBot;
import im.parley.protocol.command.DeleteBot;
import im.parley.protocol.command.ListBots;
import im.parley.protocol.command.RekeyBot;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.BotKey;
import im.parley.protocol.reply.Done;
import im.parley.protocol.view.User;
import java.time.InstantSource;
import java.util.List;

/** Makes bots, gives them keys, and takes them out of service. */
public final class BotHandlers {

  private static final String DEVICE = "API key";

  private final Bots bots;
  private final Accounts accounts;
  private final TokenMint mint;
  private final Bus bus;
  private final InstantSource clock;

  private BotHandlers(Bots bots, Accounts accounts, TokenMint mint, Bus bus, InstantSource clock) {
    this.bots = bots;
    this.accounts = accounts;
    this.mint = mint;
    this.bus = bus;
    this.clock = clock;
  }

  /** The handlers of {@code bot.*}. */
  public static List<Handler<?, ?>> of(
      Bots bots, Accounts accounts, TokenMint mint, Bus bus, InstantSource clock) {
    BotHandlers handlers = new BotHandlers(bots, accounts, mint, bus, clock);
    return List.of(
        new Handler.ForSignedIn<>(CreateBot.TYPE, handlers::create),
        new Handler.ForSignedIn<>(ListBots.TYPE, handlers::list),
        new Handler.ForSignedIn<>(RekeyBot.TYPE, handlers::rekey),
        new Handler.ForSignedIn<>(DeleteBot.TYPE, handlers::delete));
  }

  private BotKey create(Caller.SignedIn caller, CreateBot command) {
    Usernames.requireUsable(command.username());
    User bot =
        new User(
            UserId.random(), command.username(), requireNonNull(command.displayName()), null, true);
    TokenMint.MintedKey key = mint.mintKey();
    bots.create(caller.user(), bot, session(bot.id(), key, caller));
    return new BotKey(bot, key.key());
  }

  private NewSession session(UserId bot, TokenMint.MintedKey key, Caller caller) {
    return new NewSession(
        SessionId.random(), bot, DEVICE, caller.address(), key.kept(), clock.instant());
  }

  private im.parley.protocol.reply.Bots list(Caller.SignedIn caller, ListBots command) {
    return new im.parley.protocol.reply.Bots(bots.of(caller.user()));
  }

  private BotKey rekey(Caller.SignedIn caller, RekeyBot command) {
    TokenMint.MintedKey key = mint.mintKey();
    end(command.bot(), bots.rekey(caller.user(), session(command.bot(), key, caller)));
    User bot = accounts.find(command.bot()).orElseThrow(Bots::unknown);
    return new BotKey(bot, key.key());
  }

  private Done delete(Caller.SignedIn caller, DeleteBot command) {
    end(command.bot(), bots.delete(caller.user(), command.bot()));
    return new Done();
  }

  /** Closes what is connected with a key that is no more. */
  private void end(UserId bot, List<SessionId> ended) {
    bus.end(bot, ended);
  }
}
