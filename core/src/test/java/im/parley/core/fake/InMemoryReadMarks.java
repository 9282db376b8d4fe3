package im.parley.core.fake;

import im.parley.core.fake.FakeRoom.Membership;
import im.parley.core.log.RoomRules;
import im.parley.core.read.ReadMarks;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.view.RoomKind;

/** How far everyone has read in an {@link InMemoryChat}. */
public final class InMemoryReadMarks implements ReadMarks {

  private final InMemoryChat chat;

  public InMemoryReadMarks(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Marked mark(RoomId room, UserId user, long seq) {
    synchronized (chat) {
      FakeRoom found = chat.rooms.get(room.value());
      if (found == null) {
        throw RoomRules.noSuchRoom();
      }
      Membership member = found.members.get(user);
      if (member == null) {
        throw found.kind == RoomKind.PUBLIC ? RoomRules.joinFirst() : RoomRules.noSuchRoom();
      }
      long read = Math.max(member.read(), Math.min(seq, found.head()));
      found.members.put(user, member.readTo(read));
      return new Marked(
          new ReadPosition(read, found.messagesAfter(read), 0), read != member.read());
    }
  }
}
