package im.parley.edge.session;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Line;
import im.parley.edge.fanout.StartAfter;
import im.parley.edge.fanout.Subscriber;
import im.parley.edge.fanout.Subscription;
import im.parley.protocol.command.Hello;
import im.parley.protocol.command.WatchPresence;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.CommandReader.Request;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.view.RoomSummary;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One live connection's conversation: hello, then commands and events until it closes. Confined to
 * its event loop, except {@link #onLoop}, {@link #format}, what a {@link Line} does, and who it is.
 */
final class LiveSession extends Subscriber implements ConnectionListener, Line {

  /** A client that is refused so often in a row does not listen. */
  private static final int MAX_REFUSALS_IN_A_ROW = 1000;

  private final Connection connection;
  private final SessionServices services;
  private final SessionInbox inbox = new SessionInbox();
  private final PresenceOrder presence = new PresenceOrder();
  private final long openedNanos = System.nanoTime();
  private Stage stage = Stage.SILENT;
  private List<Subscription> subscriptions = List.of();
  private int refusalsInARow;
  private volatile boolean over;

  /** Which session its token is of, once that is known. */
  private volatile @Nullable SessionId recognised;

  /** Where it stands in its loop's roster. */
  int rosterIndex = -1;

  /** When it was opened, or pinged last, by {@link System#nanoTime}. */
  long pingedNanos;

  LiveSession(Connection connection, SessionServices services) {
    this.connection = connection;
    this.services = services;
  }

  /** How far the conversation has come. */
  private sealed interface Stage {

    Stage SILENT = new Silent();
    Stage CLOSED = new Closed();

    /** Nothing was said yet. */
    record Silent() implements Stage {}

    /** Hello is being looked at; what came meanwhile is done afterwards, in order. */
    record Greeting(List<Runnable> afterwards) implements Stage {}

    /** Commands and events flow. */
    record Live(Caller.SignedIn caller) implements Stage {}

    /** It is over. */
    record Closed() implements Stage {}
  }

  @Override
  public void received(Request request) {
    switch (request) {
      case Request.Refused(RequestId id, Refusal refusal) -> refuse(id, refusal);
      case Request.Accepted accepted -> take(accepted);
    }
  }

  private void take(Request.Accepted request) {
    switch (stage) {
      case Stage.Silent() -> greet(request);
      case Stage.Greeting(List<Runnable> afterwards) -> {
        if (afterwards.size() < SessionInbox.MAX_IN_FLIGHT) {
          afterwards.add(() -> take(request));
        } else {
          refuse(request.id(), SessionInbox.FULL);
        }
      }
      case Stage.Live live -> carryOut(request, live.caller());
      case Stage.Closed() -> {}
    }
  }

  private void greet(Request.Accepted request) {
    if (request.command() instanceof Hello hello) {
      stage = new Stage.Greeting(new ArrayList<>(0));
      services.work().greet(this, request.id(), hello);
    } else {
      refuse(
          request.id(),
          Refusal.of(ErrorCode.UNAUTHENTICATED, "Say hello with a valid token first"));
    }
  }

  private void carryOut(Request.Accepted request, Caller.SignedIn caller) {
    SessionWork work = services.work();
    if (!services.inFlight().begin()) {
      refuse(request.id(), InFlight.DRAINING);
    } else if (!inbox.offer(() -> work.carryOut(this, caller, request))) {
      services.inFlight().end();
      refuse(request.id(), SessionInbox.FULL);
    } else if (request.command() instanceof WatchPresence) {
      presence.asked();
    }
  }

  /** It is known whose it is. Called on any thread, before the user's news can reach it. */
  void recognisedAs(SessionId session) {
    recognised = session;
  }

  /** Which session its token is of; there is one for those that the roster knows by their user. */
  SessionId recognised() {
    return Objects.requireNonNull(recognised);
  }

  /** Hello was accepted: the answer, then the rooms' streams, then what came meanwhile. */
  void begin(Caller.SignedIn caller, byte[] welcome, List<StartAfter> starts) {
    if (stage instanceof Stage.Greeting(List<Runnable> afterwards)) {
      stage = new Stage.Live(caller.through(this));
      send(welcome);
      subscriptions = new ArrayList<>(services.fanOut().subscribe(this, starts));
      afterwards.forEach(Runnable::run);
    } else {
      services.roster().signedOut(caller.user(), this);
    }
  }

  /** Hello was refused. */
  void turnAway(RequestId id, Refusal refusal, CloseCode code) {
    refuse(id, refusal);
    close(code);
  }

  /** A command was carried out; this frame says so. */
  void answer(Request.Accepted request, byte[] reply) {
    inbox.answered();
    refusalsInARow = 0;
    send(reply);
    tellWhatFollows(request);
  }

  /** A command was not carried out. */
  void answerRefused(Request.Accepted request, Refusal refusal) {
    inbox.answered();
    refuse(request.id(), refusal);
    tellWhatFollows(request);
  }

  private void tellWhatFollows(Request.Accepted request) {
    if (request.command() instanceof WatchPresence) {
      presence.answered().forEach(this::tell);
    }
  }

  /** What the client sent, or asked, is refused. Before hello that ends the conversation. */
  void refuse(RequestId id, Refusal refusal) {
    send(format().error(id, refusal));
    refusalsInARow++;
    if (stage instanceof Stage.Silent) {
      close(CloseCode.NO_HELLO);
    } else if (refusalsInARow > MAX_REFUSALS_IN_A_ROW) {
      close(CloseCode.ABUSE);
    }
  }

  /** The user is in a room now. */
  void joined(RoomSummary room) {
    switch (stage) {
      case Stage.Greeting(List<Runnable> afterwards) -> afterwards.add(() -> joined(room));
      case Stage.Live _ ->
          subscription(room.id())
              .ifPresentOrElse(
                  subscription -> subscription.stillMemberAt(room.head()), () -> enter(room));
      case Stage.Silent _, Stage.Closed _ -> {}
    }
  }

  private void enter(RoomSummary room) {
    tell(new SignalEvent(room.id(), new Signal.RoomAdded(room)));
    StartAfter start = new StartAfter(room.id(), room.head(), room.head(), false);
    subscriptions.addAll(services.fanOut().subscribe(this, List.of(start)));
  }

  /** Something for this client's eyes. */
  void tell(SignalEvent event) {
    if (stage instanceof Stage.Live) {
      send(format().signal(event, 1));
    }
  }

  /** Something that one session of the user knows already: if it is not this one, it is told. */
  void tellUnless(SessionId here, SignalEvent event) {
    if (stage instanceof Stage.Live(Caller.SignedIn caller) && !caller.session().equals(here)) {
      tell(event);
    }
  }

  /** The session has ended, and the conversation does, once hello is answered. */
  void ended() {
    switch (stage) {
      case Stage.Greeting(List<Runnable> afterwards) -> afterwards.add(this::ended);
      case Stage.Live _ -> close(CloseCode.SESSION_REVOKED);
      case Stage.Silent _, Stage.Closed _ -> {}
    }
  }

  private Optional<Subscription> subscription(RoomId room) {
    return subscriptions.stream().filter(entry -> entry.roomId().equals(room)).findFirst();
  }

  private void send(byte[] frame) {
    if (!(stage instanceof Stage.Closed) && services.fanOut().keepsUp(this)) {
      write(Unpooled.wrappedBuffer(frame));
      services.fanOut().flushLater(this);
    }
  }

  /** Whether hello was accepted, or is being looked at. */
  boolean hasSaidHello() {
    return !(stage instanceof Stage.Silent);
  }

  /** When the connection was opened, by {@link System#nanoTime}. */
  long openedNanos() {
    return openedNanos;
  }

  Connection connection() {
    return connection;
  }

  /** Runs an action on the session's event loop, in order. Called on any thread. */
  void onLoop(Runnable action) {
    connection.eventLoop().execute(action);
  }

  @Override
  public void close(CloseCode code) {
    leave();
    connection.close(code);
  }

  @Override
  public void closed() {
    leave();
    services.roster().left(this);
  }

  @Override
  public void say(SignalEvent event) {
    onLoop(() -> presence.came(event).forEach(this::tell));
  }

  @Override
  public boolean isOpen() {
    return !over;
  }

  private void leave() {
    over = true;
    if (stage instanceof Stage.Live live) {
      services.roster().signedOut(live.caller().user(), this);
    }
    stage = Stage.CLOSED;
    subscriptions.forEach(services.fanOut()::unsubscribe);
    subscriptions = List.of();
  }

  @Override
  public EventLoop eventLoop() {
    return connection.eventLoop();
  }

  @Override
  protected WireCodec format() {
    return connection.format();
  }

  @Override
  protected UserId user() {
    return ((Stage.Live) stage).caller().user();
  }

  @Override
  protected void write(ByteBuf frames) {
    connection.write(frames);
  }

  @Override
  protected void flush() {
    connection.flush();
  }

  @Override
  protected void writeThen(ByteBuf frames, Runnable taken) {
    connection.writeThen(frames, taken);
  }

  @Override
  protected long pendingBytes() {
    return connection.pendingBytes();
  }

  @Override
  protected void removed(RoomId room, LeaveReason reason) {
    subscriptions.removeIf(subscription -> subscription.roomId().equals(room));
    tell(new SignalEvent(room, new Signal.RoomRemoved(reason)));
  }

  @Override
  protected void synced(RoomId room, long seq) {
    tell(new SignalEvent(room, new Signal.RoomSynced(seq)));
  }
}
