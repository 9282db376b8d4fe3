package im.parley.core.fake;

import im.parley.core.Core;
import im.parley.core.CoreConfig;
import im.parley.core.Ports;
import im.parley.core.account.PasswordConfig;
import im.parley.core.dispatch.Caller;
import im.parley.core.expiry.ExpiryBell;
import im.parley.core.file.FileConfig;
import im.parley.core.limit.Limits;
import im.parley.core.limit.NoLimits;
import im.parley.core.live.Announcer;
import im.parley.core.live.LiveConfig;
import im.parley.core.outgoing.Patience;
import im.parley.core.outgoing.RoomBells;
import im.parley.core.presence.NoOtherNodes;
import im.parley.core.presence.NodePresenceBoard;
import im.parley.core.push.PostedQueue;
import im.parley.core.push.PushConfig;
import im.parley.core.push.PushPorts;
import im.parley.core.push.Pushing;
import im.parley.core.session.SessionConfig;
import im.parley.protocol.command.Command;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Reply;
import im.parley.protocol.reply.SignedIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** The whole chat on in-memory ports, spoken to as its clients do: command in, answer out. */
public final class TestChat implements AutoCloseable {

  /** A password that is long enough. */
  public static final String PASSWORD = "correct horse battery staple";

  /** Where everybody comes from. */
  public static final String ADDRESS = "192.0.2.1";

  /** Hashes in well under a millisecond. */
  public static final PasswordConfig QUICK_PASSWORDS = new PasswordConfig(64, 1, 2, 64);

  /** Tries three times, at once. */
  private static final Patience QUICK_PATIENCE = new Patience(3, Duration.ZERO, Duration.ZERO);

  private final MovableClock clock;
  private final RoomBells bells = new RoomBells();
  private final ExpiryBell expiryBell = new ExpiryBell();
  private final FakeOutbound outbound = new FakeOutbound();
  private final RecordingBus bus = new RecordingBus();
  private final InMemoryChat log;
  private final NodePresenceBoard presence;
  private final Ports ports;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Core core;

  /** Where nothing is limited. */
  public TestChat() {
    this(new MovableClock(), new NoLimits());
  }

  public TestChat(MovableClock clock, Limits limits) {
    this.clock = clock;
    this.log = new InMemoryChat(clock, new Announcer(bus).andThen(bells).andThen(expiryBell));
    InMemoryAccounts accounts = new InMemoryAccounts(log, clock);
    InMemorySessions sessions = new InMemorySessions(accounts);
    InMemoryRooms rooms = new InMemoryRooms(log);
    this.presence =
        new NodePresenceBoard(new InMemoryPresence(log), new NoOtherNodes(), bus, clock, clock);
    this.ports =
        new Ports(
            log,
            rooms,
            new InMemoryInvites(log, clock),
            new InMemoryReports(log, clock),
            new InMemoryHooks(log, clock),
            new InMemoryOutgoing(log),
            new InMemorySlashCommands(log, clock),
            bells,
            outbound,
            new InMemoryArrivals(sessions, rooms),
            new InMemoryReadMarks(log),
            new InMemoryNotifyLevels(log),
            new InMemoryFiles(),
            new FolderFiles(Path.of("target")),
            new InMemoryPreferences(),
            new Pushing(
                new PushPorts(
                    new InMemoryPush(), (_, _) -> Optional.empty(), new FakePushService()),
                new PostedQueue(PushConfig.defaults())),
            new InMemoryDrafts(log),
            new InMemorySchedule(log),
            new InMemoryExpiries(log),
            expiryBell,
            clock::after,
            presence,
            new InMemorySearch(log),
            accounts,
            new InMemoryBots(log, sessions),
            sessions,
            bus);
    CoreConfig config =
        new CoreConfig(
            QUICK_PASSWORDS,
            SessionConfig.defaults(),
            LiveConfig.defaults(),
            FileConfig.defaults(),
            QUICK_PATIENCE);
    this.core = new Core(ports, config, limits, clock, clock, registry);
  }

  /** Makes an account, and returns who it signed in. */
  public Caller.SignedIn signUp(String username) {
    return caller(register(username));
  }

  /** Makes an account, and returns its tokens. */
  public SignedIn register(String username) {
    return ask(stranger(), new RegisterAccount(username, PASSWORD, null, "test"));
  }

  /** The caller that an answer signed in. */
  public static Caller.SignedIn caller(SignedIn answer) {
    return new Caller.SignedIn(answer.user().id(), answer.session(), ADDRESS);
  }

  /** Somebody who is not signed in. */
  public static Caller stranger() {
    return new Caller.Anonymous(ADDRESS);
  }

  /** Sends a command, and waits for its reply. */
  public <R extends Reply> R ask(Caller caller, Command<R> command) {
    try {
      return core.dispatcher().dispatch(caller, command).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RefusedException refused ? refused : e;
    }
  }

  /** Sends a command that is refused. */
  public Refusal refusal(Caller caller, Command<?> command) {
    try {
      throw new AssertionError("Was not refused but answered: " + ask(caller, command));
    } catch (RefusedException e) {
      return e.refusal();
    }
  }

  public Core core() {
    return core;
  }

  /** Where those are told who asked for it. */
  public FakeOutbound outbound() {
    return outbound;
  }

  public MovableClock clock() {
    return clock;
  }

  public RecordingBus bus() {
    return bus;
  }

  public InMemoryChat log() {
    return log;
  }

  public NodePresenceBoard presence() {
    return presence;
  }

  public Ports ports() {
    return ports;
  }

  public SimpleMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    core.close();
  }
}
