package im.parley.core.fake;

import im.parley.core.fake.FakeRoom.Membership;
import im.parley.core.log.Page;
import im.parley.core.read.ReadMarks;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.view.Receipt;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far everyone has come in an {@link InMemoryChat}. */
public final class InMemoryReadMarks implements ReadMarks {

  private final InMemoryChat chat;

  public InMemoryReadMarks(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Marked mark(RoomId room, UserId user, long seq) {
    synchronized (chat) {
      FakeRoom found = chat.require(room);
      Membership before = found.require(user);
      return moved(found, user, before, before.readTo(target(found, before.read(), seq)));
    }
  }

  @Override
  public Marked markDelivered(RoomId room, UserId user, long seq) {
    synchronized (chat) {
      FakeRoom found = chat.require(room);
      Membership before = found.require(user);
      return moved(found, user, before, before.deliveredTo(target(found, before.delivered(), seq)));
    }
  }

  private static long target(FakeRoom room, long mark, long seq) {
    return Math.max(mark, Math.min(seq, room.head()));
  }

  private static Marked moved(FakeRoom room, UserId user, Membership before, Membership now) {
    room.members.put(user, now);
    ReadPosition position =
        new ReadPosition(
            now.read(),
            room.messagesAfter(now.read()),
            0,
            room.messages - room.messagesAfter(now.read()));
    return new Marked(position, now.delivered(), !now.equals(before), room.members.size());
  }

  @Override
  public Page<Receipt> receipts(RoomId room, long target, @Nullable UserId after, int limit) {
    synchronized (chat) {
      return Pages.first(
          chat.require(room).members.entrySet().stream()
              .map(InMemoryReadMarks::receipt)
              .filter(receipt -> receipt.delivered() >= target)
              .filter(
                  receipt -> after == null || receipt.user().value().compareTo(after.value()) > 0)
              .sorted(Comparator.comparing(receipt -> receipt.user().value()))
              .toList(),
          limit);
    }
  }

  private static Receipt receipt(Map.Entry<UserId, Membership> member) {
    return new Receipt(member.getKey(), member.getValue().read(), member.getValue().delivered());
  }
}
