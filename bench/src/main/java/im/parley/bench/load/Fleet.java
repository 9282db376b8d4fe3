package im.parley.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Many clients of one server, or of several nodes of one, all on one thread. */
public final class Fleet implements AutoCloseable {

  private static final int READ_BUFFER_BYTES = 64 * 1024;
  private static final long PATIENCE_SECONDS = 120;

  private final Dialect dialect;
  private final ToIntFunction<Member> ports;
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("fleet", true), EpollIoHandler.newFactory());
  private final List<Client> clients = new ArrayList<>();
  private final Bootstrap bootstrap;
  private Work work = Work.NOTHING;
  private BiConsumer<Client, String> welcomed = (_, _) -> {};
  private Arrival arrival = Arrival.of(List.of(), 1, _ -> Resume.NOTHING);
  private final CompletableFuture<Void> broken = new CompletableFuture<>();
  private int open;

  /** With nobody yet, for the server at this port. */
  public Fleet(Dialect dialect, int port) {
    this(dialect, _ -> port);
  }

  /**
   * With nobody yet.
   *
   * @param ports where each member connects to, asked each time
   */
  public Fleet(Dialect dialect, ToIntFunction<Member> ports) {
    this.dialect = dialect;
    this.ports = ports;
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(EpollSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BUFFER_BYTES));
  }

  /**
   * Members who come.
   *
   * @param coming those who have not begun yet
   * @param total how many they are
   * @param done completes when all are in
   */
  private record Arrival(
      Iterator<Member> coming,
      int total,
      Function<Member, Resume> resume,
      CompletableFuture<Void> done) {

    static Arrival of(List<Member> members, int total, Function<Member, Resume> resume) {
      return new Arrival(members.iterator(), total, resume, new CompletableFuture<>());
    }
  }

  /**
   * Connects all members and waits until they are in.
   *
   * @param atOnce how many may be on their way at the same time
   * @param resume how far each has come
   */
  public void connect(List<Member> members, int atOnce, Function<Member, Resume> resume) {
    Arrival next = Arrival.of(members, open + members.size(), resume);
    onLoop(() -> {
      arrival = next;
      IntStream.range(0, Math.min(atOnce, members.size())).forEach(_ -> connectNext());
    });
    await(next.done());
  }

  /** Connects members who come the first time, a few at once. */
  public void connect(List<Member> members) {
    connect(members, 256, _ -> Resume.NOTHING);
  }

  private void connectNext() {
    if (arrival.coming().hasNext()) {
      Member member = arrival.coming().next();
      connect(member, arrival.resume().apply(member));
    }
  }

  private void connect(Member member, Resume resume) {
    bootstrap
        .clone()
        .handler(new Client(this, member, resume))
        .connect("127.0.0.1", ports.applyAsInt(member))
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            failed("Cannot connect: " + connected.cause());
          }
        });
  }

  /** Breaks one client's connection off and has its member come back. On the event loop. */
  void reconnect(Client client, Resume resume) {
    clients.remove(client);
    client.cut();
    connect(client.member(), resume);
  }

  /** Hears the server's welcome of each client, from now on. */
  public void onWelcome(BiConsumer<Client, String> listener) {
    onLoop(() -> welcomed = listener);
  }

  void ready(Client client, String welcome) {
    open++;
    clients.add(client);
    welcomed.accept(client, welcome);
    connectNext();
    completeWhenAllAreIn();
  }

  private void completeWhenAllAreIn() {
    if (open == arrival.total()) {
      arrival.done().complete(null);
    }
  }

  void delivered(Client client, ByteBuf in, int start, int length) {
    work.delivered(client, in, start, length);
  }

  void sentAway(int code) {
    failed("The server closed a connection with " + code);
  }

  void closed(Client client) {
    if (!client.isEndExpected()) {
      failed("A connection of " + client.member().user() + " was lost");
    }
    if (client.wasReady()) {
      open--;
      completeWhenAllAreIn();
    }
  }

  /** Something went wrong: whoever waits hears it. */
  void failed(String why) {
    arrival.done().completeExceptionally(new IllegalStateException(why));
    broken.completeExceptionally(new IllegalStateException(why));
  }

  /** Breaks every connection off at once, and waits until all are gone. */
  public void cut() {
    Arrival gone = Arrival.of(List.of(), 0, _ -> Resume.NOTHING);
    onLoop(() -> {
      arrival = gone;
      clients.forEach(Client::cut);
      clients.clear();
      completeWhenAllAreIn();
    });
    await(gone.done());
  }

  /**
   * Lets something from outside cut some members off, and waits until they are gone.
   *
   * @param who whose connections end
   * @param cause what ends them
   */
  public void lose(Predicate<Member> who, Runnable cause) {
    Arrival gone =
        ask(() -> {
          List<Client> lost = clients.stream().filter(client -> who.test(client.member())).toList();
          lost.forEach(Client::expectEnd);
          clients.removeAll(Set.copyOf(lost));
          arrival = Arrival.of(List.of(), open - lost.size(), _ -> Resume.NOTHING);
          return arrival;
        });
    cause.run();
    await(gone.done());
  }

  /** Does this from now on, instead of what it did before. */
  public void work(Work next) {
    onLoop(() -> work = next);
  }

  Work work() {
    return work;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Those who are in, in the order in which they came in. Only good on the event loop. */
  List<Client> clients() {
    return clients;
  }

  /** Runs an action on the event loop and waits for it. */
  public void onLoop(Runnable action) {
    await(CompletableFuture.runAsync(action, loop));
  }

  /** Asks something on the event loop and waits for the answer. */
  public <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, loop);
    await(answer);
    return answer.join();
  }

  /** Runs an action on the event loop every so many microseconds until it is cancelled. */
  Future<?> every(long micros, Runnable action) {
    return loop.scheduleAtFixedRate(action, micros, micros, TimeUnit.MICROSECONDS);
  }

  /** Waits, but not when something has gone wrong. */
  public void await(CompletableFuture<?> future) {
    try {
      CompletableFuture.anyOf(future, broken).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  @Override
  public void close() {
    if (open > 0) {
      cut();
    }
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
