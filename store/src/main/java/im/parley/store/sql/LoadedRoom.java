package im.parley.store.sql;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.RoomKind;

/** A room as the writer works on it: the newest truth, on its way to its row. */
public final class LoadedRoom {

  public final long number;
  public final RoomId id;
  public final RoomKind kind;

  public long members;
  public long owners;
  public long head;
  public long messages;
  public long newestMessage;
  public long activeAt;

  public long slowModeSeconds;

  /** How long its messages last, 0 for ever. */
  public long expireSeconds;

  public boolean archived;

  LoadedRoom(long number, RoomId id, RoomKind kind) {
    this.number = number;
    this.id = id;
    this.kind = kind;
  }
}
