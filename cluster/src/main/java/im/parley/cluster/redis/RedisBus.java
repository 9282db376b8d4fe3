package im.parley.cluster.redis;

import im.parley.core.live.NodeBus;
import im.parley.core.live.NodeListener;
import im.parley.core.live.Notice;
import im.parley.core.log.RoomLog;
import im.parley.core.presence.OtherNodes;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bus between nodes that share a log: Redis carries a hint of each commit, on one channel a
 * room, to the nodes that have someone in it. What it loses, repeats or reorders is put right here,
 * by the seqs and from the log. A node that cannot hear the others is behind a {@link Fence}.
 */
public final class RedisBus implements NodeBus, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RedisBus.class);

  /** How often rooms that say nothing are compared with the log. */
  private static final Duration COMPARE = Duration.ofSeconds(5);

  /** When whoever ends a session is to ask again, if the other nodes could not be told. */
  private static final long RETRY_MS = 2_000;

  private final String self = UUID.randomUUID().toString();
  private final Later later = new Later();
  private final MeterRegistry registry;
  private final RedisLink link;
  private final Topics topics;
  private final Nodes nodes;
  private final Beats beats;
  private final Endings endings;
  private final RedisOtherNodes others;
  private final Fence fence;
  private final AtomicReference<@Nullable Listening> listening = new AtomicReference<>();

  private RedisBus(RedisAddress address, MeterRegistry registry) {
    this.registry = registry;
    this.link = RedisLink.open(address);
    this.nodes = new Nodes(self, System::nanoTime, new Roll());
    this.beats = new Beats(nodes);
    this.topics = new Topics(link);
    this.endings = new Endings(link, nodes, self);
    this.others = new RedisOtherNodes(self, link, topics, nodes);
    this.fence = new Fence(nodes, topics, others, later);
    nodes.countIn(registry);
  }

  /**
   * Joins the nodes that meet at this address.
   *
   * @throws RedisException if Redis cannot be used; the message says why
   */
  public static RedisBus join(RedisAddress address, MeterRegistry registry) {
    return new RedisBus(address, registry);
  }

  /** Where users are on the other nodes. */
  public OtherNodes otherNodes() {
    return others;
  }

  @Override
  public void listen(NodeListener listener, RoomLog roomLog) {
    Listening begun = Listening.begin(listener, roomLog, later, registry);
    if (!listening.compareAndSet(null, begun)) {
      throw new IllegalStateException("One listener is here already");
    }
    nodes.listens();
    link.start(new Ears());
    var _ = topics.follow(Channels.ofNode(self));
    later.every(Nodes.BEAT, () -> link.beat(written(new Message.Beat(nodes.tick()))));
    later.after(COMPARE, this::compareNowAndThen);
  }

  private void compareNowAndThen() {
    try {
      here().reader().compareAll();
    } catch (RuntimeException e) {
      log.warn("It could not be read how far rooms have come", e);
    }
    later.after(COMPARE, this::compareNowAndThen);
  }

  @Override
  public CompletableFuture<Void> follow(RoomId room) {
    Listening here = here();
    CompletableFuture<Void> heard = here.streams().open(room);
    var _ = topics.follow(Channels.of(room)).thenRun(() -> here.reader().begin(room));
    return heard;
  }

  @Override
  public void leave(RoomId room) {
    here().streams().close(room);
    topics.leave(Channels.of(room));
  }

  @Override
  public CompletableFuture<Void> follow(UserId user) {
    return topics.follow(Channels.of(user));
  }

  @Override
  public void leave(UserId user) {
    topics.leave(Channels.of(user));
  }

  @Override
  public void publish(List<DurableEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    fenceIfAlone();
    here().streams().arrived(events);
    Map<RoomId, List<DurableEvent>> rooms =
        events.stream()
            .collect(
                Collectors.groupingBy(DurableEvent::room, LinkedHashMap::new, Collectors.toList()));
    rooms.forEach((room, some) -> say(Channels.of(room), new Message.Committed(some)));
    link.flush();
  }

  /** A node that slept may be alone, and nobody has noticed yet. */
  private void fenceIfAlone() {
    var _ = nodes.isAlone();
  }

  @Override
  public void signal(RoomId room, Signal signal) {
    here().listener().signal(room, signal);
    say(Channels.of(room), new Message.Moment(room, signal));
    link.flush();
  }

  @Override
  public void tell(UserId user, Notice notice) {
    tellHere(user, notice);
    say(Channels.of(user), new Message.Told(user, notice));
    link.flush();
  }

  @Override
  public void tellHere(UserId user, Notice notice) {
    here().listener().notice(user, notice);
  }

  @Override
  public void end(UserId user, List<SessionId> sessions) {
    if (sessions.isEmpty()) {
      return;
    }
    CompletableFuture<Void> overHere = here().listener().ended(user, sessions);
    boolean everywhere = !nodes.isAlone() && endings.end(user, sessions);
    overHere.join();
    if (!everywhere) {
      throw RefusedException.later(
          ErrorCode.UNAVAILABLE,
          "The session has ended, but other servers could not be told yet: try again",
          RETRY_MS);
    }
  }

  /** Says something to the other nodes; while Redis is away nobody hears it. */
  private void say(String channel, Message message) {
    if (!nodes.isAlone()) {
      link.say(channel, written(message));
    }
  }

  private byte[] written(Message message) {
    return new Envelope(self, message).write();
  }

  private Listening here() {
    Listening here = listening.get();
    if (here == null) {
      throw new IllegalStateException("Nobody listens yet");
    }
    return here;
  }

  /** Says farewell. What was said before it is sent. */
  @Override
  public void close() {
    later.close();
    link.sayToNodes(written(new Message.Farewell()));
    link.flush();
    link.close();
  }

  /** Hears what other nodes say. */
  private final class Ears implements RedisLink.Listener {

    @Override
    public void said(String channel, byte[] bytes) {
      Listening here = listening.get();
      if (here == null || Envelope.isEcho(bytes, self)) {
        return;
      }
      fenceIfAlone();
      try {
        Envelope envelope = Envelope.read(bytes);
        take(here, channel, envelope.node(), envelope.message());
      } catch (RuntimeException e) {
        log.warn("A message of another node on {} was ignored: {}", channel, e.toString());
      }
    }

    private void take(Listening here, String channel, String node, Message message) {
      switch (message) {
        case Message.Committed(List<DurableEvent> events) -> here.streams().arrived(events);
        case Message.Moment(RoomId room, Signal signal) -> here.listener().signal(room, signal);
        case Message.Told(UserId user, Notice notice) -> here.listener().notice(user, notice);
        case Message.Ended ended -> endHere(here, node, ended);
        case Message.EndedHere(long request) -> endings.endedOn(request);
        case Message.Beat(long number) -> beats.heard(channel, node, number);
        case Message.Farewell() -> nodes.farewell(node);
        case Message.There(UserId user, var activeAt) -> others.there(node, user, activeAt);
        case Message.NotThere(UserId user, var since) -> others.notThere(node, user, since);
        case Message.Chose(UserId user, var kept) -> others.chose(node, user, kept);
      }
    }

    private void endHere(Listening here, String node, Message.Ended ended) {
      Message answer = new Message.EndedHere(ended.request());
      var _ =
          here.listener()
              .ended(ended.user(), ended.sessions())
              .thenRun(() -> say(Channels.ofNode(node), answer))
              .thenRun(link::flush);
    }

    @Override
    public void hears(String channel) {
      topics.hears(channel);
    }

    @Override
    public void lost() {
      nodes.lost();
    }

    @Override
    public void found(Set<String> beatChannels) {
      beats.comeOn(beatChannels);
      topics.askAgain();
    }
  }

  /** Sees nodes come and go. */
  private final class Roll implements Nodes.Listener {

    @Override
    public void alone() {
      log.warn("Redis cannot be heard: what other nodes do is looked up in the database");
      fence.putUp(here());
    }

    @Override
    public void reunited() {
      fence.takeDown(here());
    }

    @Override
    public void met(String node) {
      log.info("Another node is there: {}", node);
      others.met();
    }

    @Override
    public void died(String node) {
      log.info("Another node is gone: {}", node);
      beats.forget(node);
      others.died(node);
    }
  }
}
