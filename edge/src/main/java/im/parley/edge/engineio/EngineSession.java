package im.parley.edge.engineio;

import im.parley.edge.http.HttpAnswer;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One client's session, whatever it comes by: it polls, or has a WebSocket, or changes from one to
 * the other. It lives on the event loop of the connection that began it, wherever later requests
 * arrive. Confined to that loop, except {@link #eventLoop} and {@link #address}.
 */
public final class EngineSession {

  /** How long a client that polls may take to fetch why its session has ended. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(15);

  private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

  private final EngineDoor door;
  private final String sid;
  private final EventLoop eventLoop;
  private final String address;
  private final Heartbeat heartbeat;
  private final Upgrade upgrade;
  private EngineTransport transport;
  private EngineListener listener = EngineListener.NOBODY;
  private Phase phase = Phase.OPEN;
  private Turn turn = Turn.QUIET;
  private long lastHeardNanos = System.nanoTime();

  /** How far the session has come. */
  private enum Phase {
    OPEN,
    /** Nothing is heard any more, but the last words are still to be read. */
    ENDING,
    ENDED
  }

  /** Whether several packets are being taken in, so that what they bring about goes out at once. */
  private enum Turn {
    QUIET,
    RECEIVING,
    RECEIVING_AND_WRITTEN
  }

  private EngineSession(
      EngineDoor door, String sid, EventLoop eventLoop, String address, EngineTransport transport) {
    this.door = door;
    this.sid = sid;
    this.eventLoop = eventLoop;
    this.address = address;
    this.transport = transport;
    this.heartbeat =
        new Heartbeat(eventLoop, door.config(), this::ask, () -> cut(CloseCode.SILENT));
    this.upgrade = new Upgrade(eventLoop, door.config().upgradeTimeout());
  }

  /** Begins one that polls. */
  static EngineSession polling(EngineDoor door, String sid, EventLoop eventLoop, String address) {
    return new EngineSession(door, sid, eventLoop, address, new PollTransport());
  }

  /** Begins one on a WebSocket. */
  static EngineSession on(EngineWebSocket socket, EngineDoor door, String sid) {
    return new EngineSession(door, sid, socket.eventLoop(), socket.address(), socket);
  }

  /** Tells the client of its session, and the application of its client. */
  void begin() {
    boolean upgrades = transport instanceof PollTransport;
    write(Unpooled.wrappedBuffer(EnginePackets.open(sid, upgrades, door.config())));
    flush();
    listener = door.acceptor().accept(this);
  }

  private void ask() {
    write(Unpooled.wrappedBuffer(EnginePackets.PING));
    flush();
  }

  // --- What comes by HTTP

  /** The client asks for what there is. */
  void poll(CompletableFuture<HttpAnswer> answer) {
    if (phase == Phase.ENDED || !(transport instanceof PollTransport polling)) {
      answer.complete(EngineError.REQUEST.answer());
      return;
    }
    if (polling.isPolled()) {
      cut(CloseCode.PROTOCOL_ERROR);
      answer.complete(EngineError.REQUEST.answer());
      return;
    }
    var _ =
        answer.whenComplete((_, _) -> {
          if (answer.isCancelled()) {
            eventLoop.execute(() -> abandoned(polling));
          }
        });
    polling.poll(answer);
    if (upgrade.isUnderway()) {
      polling.answerNothing();
    }
    if (phase == Phase.ENDING) {
      ended();
    }
  }

  /** A client that gave up a poll may have missed what it was answered: it must come back. */
  private void abandoned(PollTransport polling) {
    if (polling.isAbandoned()) {
      ended();
    }
  }

  /** The client brings packets. */
  void push(byte[] body, CompletableFuture<HttpAnswer> answer) {
    if (phase != Phase.OPEN || !(transport instanceof PollTransport)) {
      answer.complete(EngineError.REQUEST.answer());
      return;
    }
    turn = Turn.RECEIVING;
    boolean well = true;
    for (Packet packet : Payload.read(body)) {
      if (phase == Phase.OPEN) {
        well = receive(packet);
      }
    }
    boolean written = turn == Turn.RECEIVING_AND_WRITTEN;
    turn = Turn.QUIET;
    if (written) {
      transport.flush();
    }
    answer.complete(
        well
            ? HttpAnswer.of(HttpResponseStatus.OK, "text/plain", OK)
            : EngineError.REQUEST.answer());
  }

  // --- What comes by WebSockets

  /** A WebSocket names this session, to become its transport. */
  void socketOpened(EngineWebSocket socket) {
    if (phase == Phase.OPEN && transport instanceof PollTransport && !upgrade.isUnderway()) {
      upgrade.begin(socket);
    } else {
      Upgrade.refuse(socket);
    }
  }

  /** A WebSocket that names this session has brought a packet. */
  void heard(EngineWebSocket socket, Packet packet) {
    if (upgrade.isTo(socket)) {
      consider(socket, packet);
    } else if (phase == Phase.OPEN && !(transport instanceof PollTransport)) {
      receive(packet);
    }
  }

  private void consider(EngineWebSocket socket, Packet packet) {
    switch (packet) {
      case Packet.Probe() -> {
        EngineTransport other = socket.transportFor(this);
        other.write(Unpooled.wrappedBuffer(EnginePackets.PROBED));
        other.flush();
        if (transport instanceof PollTransport polling) {
          polling.answerNothing();
        }
      }
      case Packet.Upgrade() -> changeTo(socket);
      default -> upgrade.giveUp();
    }
  }

  private void changeTo(EngineWebSocket socket) {
    EngineTransport next = socket.transportFor(this);
    if (transport instanceof PollTransport polling) {
      polling.moveTo(next);
    }
    upgrade.end();
    transport = next;
    door.meters().upgraded();
  }

  /** A WebSocket that names this session has closed. */
  void socketClosed(EngineWebSocket socket) {
    if (upgrade.isTo(socket)) {
      upgrade.end();
    } else if (isTransport(socket)) {
      ended();
    }
  }

  private boolean isTransport(EngineWebSocket socket) {
    return transport instanceof FarSocket far ? far.isTo(socket) : transport.equals(socket);
  }

  // --- What was brought

  /** Takes a packet in; false if it is none that may come. */
  private boolean receive(Packet packet) {
    lastHeardNanos = System.nanoTime();
    switch (packet) {
      case Packet.Text(byte[] utf8) -> listener.text(utf8);
      case Packet.Binary(byte[] content) -> listener.binary(content);
      case Packet.Pong() -> heartbeat.answered();
      case Packet.Noop() -> {}
      case Packet.Close() -> close(CloseCode.NORMAL);
      case Packet.Probe(), Packet.Upgrade(), Packet.Broken() -> {
        cut(CloseCode.PROTOCOL_ERROR);
        return false;
      }
    }
    return true;
  }

  // --- The end

  /** Says why and ends, after what was written. Doing this twice does nothing. */
  public void close(CloseCode code) {
    if (phase != Phase.OPEN) {
      return;
    }
    leave();
    boolean polled = transport instanceof PollTransport polling && polling.isPolled();
    transport.end(code);
    if (polled) {
      ended();
    } else if (transport instanceof PollTransport) {
      var _ = eventLoop.schedule(this::ended, LAST_WORDS.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Ends now, for a client that broke the rules or does not answer. */
  private void cut(CloseCode code) {
    if (phase == Phase.OPEN) {
      leave();
      transport.end(code);
      if (transport instanceof PollTransport) {
        ended();
      }
    }
  }

  private void leave() {
    phase = Phase.ENDING;
    heartbeat.stop();
    upgrade.giveUp();
  }

  private void ended() {
    if (phase == Phase.OPEN) {
      leave();
    }
    if (phase == Phase.ENDING) {
      phase = Phase.ENDED;
      transport.discard();
      door.ended(sid);
      listener.closed();
    }
  }

  // --- What the application does

  /** The event loop that the session lives on. */
  public EventLoop eventLoop() {
    return eventLoop;
  }

  /** The network address of the client, without its port, when the session began. */
  public String address() {
    return address;
  }

  /** When the client last sent a packet, by {@link System#nanoTime}. */
  public long lastHeardNanos() {
    return lastHeardNanos;
  }

  /** Queues whole frames of {@link EnginePackets}, and releases them. */
  public void write(ByteBuf frames) {
    if (phase == Phase.OPEN) {
      transport.write(frames);
    } else {
      frames.release();
    }
  }

  /** Hands everything queued to the client, if it can be reached. */
  public void flush() {
    switch (turn) {
      case QUIET -> transport.flush();
      case RECEIVING, RECEIVING_AND_WRITTEN -> turn = Turn.RECEIVING_AND_WRITTEN;
    }
  }

  /** Queues frames and flushes; then runs the action, once the client took them or has gone. */
  public void writeThen(ByteBuf frames, Runnable taken) {
    if (phase == Phase.OPEN) {
      transport.writeThen(frames, taken);
    } else {
      frames.release();
      eventLoop.execute(taken);
    }
  }

  /** How many queued bytes the client has not taken yet. */
  public long pendingBytes() {
    return transport.pendingBytes();
  }
}
