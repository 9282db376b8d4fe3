package im.parley.core;

import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.core.account.AccountHandlers;
import im.parley.core.account.PasswordHasher;
import im.parley.core.alarm.AlarmClock;
import im.parley.core.bot.BotHandlers;
import im.parley.core.dispatch.CommandMeter;
import im.parley.core.dispatch.Dispatcher;
import im.parley.core.dispatch.Handler;
import im.parley.core.draft.DraftHandlers;
import im.parley.core.expiry.Expirer;
import im.parley.core.file.Downloads;
import im.parley.core.file.Uploads;
import im.parley.core.hello.Greeter;
import im.parley.core.hello.HelloHandlers;
import im.parley.core.hook.HookHandlers;
import im.parley.core.hook.IncomingHooks;
import im.parley.core.invite.InviteHandlers;
import im.parley.core.limit.Limits;
import im.parley.core.live.TypingHandlers;
import im.parley.core.message.MessageHandlers;
import im.parley.core.message.SendMessageHandler;
import im.parley.core.notify.NotifyHandlers;
import im.parley.core.notify.PreferenceHandlers;
import im.parley.core.outgoing.Couriers;
import im.parley.core.outgoing.Leadership;
import im.parley.core.outgoing.OutgoingHandlers;
import im.parley.core.presence.Attention;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.presence.PresenceHandlers;
import im.parley.core.push.PushHandlers;
import im.parley.core.read.ReadHandlers;
import im.parley.core.report.ReportHandlers;
import im.parley.core.room.RoomAccess;
import im.parley.core.room.RoomHandlers;
import im.parley.core.schedule.ScheduleHandlers;
import im.parley.core.schedule.Scheduler;
import im.parley.core.search.SearchHandlers;
import im.parley.core.session.Authenticator;
import im.parley.core.session.SessionHandlers;
import im.parley.core.session.TokenMint;
import im.parley.core.signin.SignInHandlers;
import im.parley.core.slash.SlashHandlers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The chat, put together: what doors need, made of what the world offers. */
public final class Core implements AutoCloseable {

  private final Dispatcher dispatcher;
  private final Authenticator authenticator;
  private final Greeter greeter;
  private final PresenceBoard presence;
  private final Uploads uploads;
  private final Downloads downloads;
  private final PasswordHasher passwords;
  private final IncomingHooks hooks;
  private final Couriers couriers;
  private final AlarmClock scheduleClock;
  private final AlarmClock expiryClock;

  /**
   * Puts the chat together. Nothing runs until a command comes.
   *
   * @param clock tells the time of day, for tokens
   * @param ticker counts nanoseconds, for what happens too often
   */
  public Core(
      Ports ports,
      CoreConfig config,
      Limits limits,
      InstantSource clock,
      Ticker ticker,
      MeterRegistry registry) {
    this.passwords = new PasswordHasher(config.passwords(), registry);
    this.presence = ports.presence();
    this.uploads = new Uploads(ports.files(), ports.fileStore(), config.files(), limits);
    this.downloads = new Downloads(ports.files(), ports.fileStore(), limits);
    this.couriers =
        new Couriers(
            ports.outgoing(),
            ports.log(),
            ports.accounts(),
            ports.outbound(),
            ports.bells(),
            config.patience());
    Scheduler scheduler =
        new Scheduler(ports.schedule(), new SendMessageHandler(ports.log()), ports.bus(), clock);
    this.scheduleClock = new AlarmClock(scheduler, ports.alarm(), clock);
    this.expiryClock = new AlarmClock(new Expirer(ports.expiries()), ports.alarm(), clock);
    ports.expiryBell().tell(expiryClock::expect);
    this.hooks = new IncomingHooks(ports.hooks(), limits, ports.log());
    this.authenticator = new Authenticator(ports.sessions(), clock);
    this.greeter = new Greeter(authenticator, ports.arrivals(), ports.log(), config.live(), clock);
    TokenMint mint = new TokenMint(config.sessions());
    SignInHandlers signIn = new SignInHandlers(ports.sessions(), mint, ports.bus(), clock);
    List<Handler<?, ?>> handlers =
        Stream.of(
                HelloHandlers.all(),
                signIn.with(ports.accounts(), passwords, limits, registry),
                SessionHandlers.of(ports.sessions(), mint, ports.bus(), clock),
                AccountHandlers.of(ports.accounts()),
                BotHandlers.of(ports.bots(), ports.accounts(), mint, ports.bus(), clock),
                RoomHandlers.of(ports.log(), ports.rooms(), ports.accounts(), clock),
                InviteHandlers.of(
                    ports.invites(), ports.log(), new RoomAccess(ports.rooms()), clock),
                ReportHandlers.of(ports.reports(), new RoomAccess(ports.rooms()), ports.bus()),
                HookHandlers.of(ports.hooks(), new RoomAccess(ports.rooms()), mint, clock),
                OutgoingHandlers.of(
                    ports.outgoing(),
                    couriers,
                    ports.outbound(),
                    new RoomAccess(ports.rooms()),
                    clock),
                SlashHandlers.of(
                    ports.slashCommands(),
                    new RoomAccess(ports.rooms()),
                    new SlashHandlers.World(
                        ports.outbound(), ports.log(), ports.accounts(), limits, clock)),
                MessageHandlers.of(ports.log(), ports.rooms()),
                SearchHandlers.of(ports.search()),
                ReadHandlers.of(ports.reads(), ports.rooms(), ports.bus()),
                PresenceHandlers.of(ports.presence(), clock),
                ScheduleHandlers.of(ports.schedule(), scheduleClock, ports.bus()),
                DraftHandlers.of(ports.drafts(), ports.bus(), clock),
                NotifyHandlers.of(ports.notifyLevels()),
                PreferenceHandlers.of(ports.preferences(), ports.bus()),
                PushHandlers.of(ports.pushing()),
                TypingHandlers.of(ports.rooms(), ports.bus(), ticker))
            .<Handler<?, ?>>flatMap(List::stream)
            .toList();
    this.dispatcher =
        new Dispatcher(
            new Attention(limits, ports.presence()), new CommandMeter(registry), handlers);
  }

  /** Where doors bring commands. */
  public Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Where doors ask whose an access token is. */
  public Authenticator authenticator() {
    return authenticator;
  }

  /** Where live doors bring hello. */
  public Greeter greeter() {
    return greeter;
  }

  /** Where doors bring messages from elsewhere. */
  public IncomingHooks hooks() {
    return hooks;
  }

  /** Where live doors say who is there. */
  public PresenceBoard presence() {
    return presence;
  }

  /** Where doors bring files. */
  public Uploads uploads() {
    return uploads;
  }

  /** Where doors ask for files. */
  public Downloads downloads() {
    return downloads;
  }

  /** Sends those out who tell URLs what happens. Waits for the store. */
  public void startCouriers() {
    couriers.start();
  }

  /** Sends them out while this server leads those that share its store. Returns when it closes. */
  public void takeTurnsWithCouriers(Leadership leadership) {
    couriers.takeTurns(leadership);
  }

  /** Sends at its time what is to be sent later, and takes back what expires. Never waits. */
  public void startClocks() {
    scheduleClock.start();
    expiryClock.start();
  }

  /** Frees what the chat holds of its own. The ports stay open. */
  @Override
  public void close() {
    scheduleClock.close();
    expiryClock.close();
    couriers.close();
    passwords.close();
    uploads.close();
  }
}
