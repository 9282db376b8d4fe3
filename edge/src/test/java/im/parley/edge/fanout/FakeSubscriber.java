package im.parley.edge.fanout;

import im.parley.edge.testing.LineCodec;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session that notes what it gets: the seqs of events, and words for all else. */
final class FakeSubscriber extends Subscriber {

  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+),");

  private final EventLoop eventLoop;
  private final LineCodec format;
  private final UserId user;
  private final BlockingQueue<String> got = new LinkedBlockingQueue<>();
  volatile long pendingBytes;

  /** What a session does when it is closed: it leaves its rooms. */
  volatile Runnable whenClosed = () -> {};

  FakeSubscriber(EventLoop eventLoop, LineCodec format, String user) {
    this.eventLoop = eventLoop;
    this.format = format;
    this.user = new UserId(user);
  }

  /** The next thing that the session gets. */
  String next() throws InterruptedException {
    String next = got.poll(10, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  /** Everything up to and with this. */
  List<String> until(String last) throws InterruptedException {
    List<String> all = new ArrayList<>();
    do {
      all.add(next());
    } while (!all.getLast().equals(last) && !all.getLast().equals("nothing"));
    return all;
  }

  boolean hasMore() {
    return !got.isEmpty();
  }

  @Override
  public EventLoop eventLoop() {
    return eventLoop;
  }

  @Override
  protected WireFormat format() {
    return format;
  }

  @Override
  protected UserId user() {
    return user;
  }

  @Override
  protected void write(ByteBuf frames) {
    frames
        .toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(frame -> {
          Matcher seq = SEQ.matcher(frame);
          boolean readable = frame.startsWith(format.mark() + "{");
          got.add(readable && seq.find() ? seq.group(1) : frame);
        });
    frames.release();
  }

  @Override
  protected void flush() {}

  @Override
  protected void writeThen(ByteBuf frames, Runnable taken) {
    write(frames);
    eventLoop.execute(taken);
  }

  @Override
  protected long pendingBytes() {
    return pendingBytes;
  }

  @Override
  protected void close(CloseCode code) {
    got.add("closed " + code.code());
    whenClosed.run();
  }

  @Override
  protected void removed(RoomId room, LeaveReason reason) {
    got.add("removed " + reason.wireName());
  }

  @Override
  protected void synced(RoomId room, long seq) {
    got.add("synced " + seq);
  }
}
