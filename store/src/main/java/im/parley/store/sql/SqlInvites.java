package im.parley.store.sql;

import im.parley.core.invite.Invites;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Invite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The codes that let people into rooms. */
final class SqlInvites implements Invites {

  private static final String LIST =
      "SELECT code, by, uses, expires_at FROM invite"
          + " WHERE room = (SELECT number FROM room WHERE id = ?1) AND "
          + InviteWork.LIVE
          + " ORDER BY created_at DESC, code";

  private static final String ROOM_OF =
      "SELECT room.id FROM invite JOIN room ON room.number = invite.room WHERE invite.code = ?";

  private final GroupCommitWriter writer;
  private final Readers readers;
  private final InstantSource clock;

  SqlInvites(GroupCommitWriter writer, Readers readers, InstantSource clock) {
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public void create(RoomId room, Invite invite) {
    writer.carryOut(transaction -> new InviteWork(transaction).create(room, invite));
  }

  @Override
  public List<Invite> live(RoomId room) {
    return readers.read(connection ->
        connection.query(LIST).bind(room.value()).bind(clock.millis()).list(SqlInvites::invite));
  }

  private static Invite invite(ResultSet row) throws SQLException {
    int uses = row.getInt(3);
    return new Invite(
        row.getString(1),
        new UserId(row.getString(2)),
        uses == 0 ? null : uses,
        Instant.ofEpochMilli(row.getLong(4)));
  }

  @Override
  public void revoke(RoomId room, String code, UserId by) {
    writer.carryOut(transaction -> new InviteWork(transaction).revoke(room, code, by));
  }

  @Override
  public RoomId roomOf(String code) {
    RoomId room =
        readers.read(connection ->
            connection.query(ROOM_OF).bind(code).first(row -> new RoomId(row.getString(1))));
    if (room == null) {
      throw Invites.unknown();
    }
    return room;
  }
}
