package im.parley.store.sqlite;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.RoomKind;

/** A room as the writer works on it: the newest truth, on its way to its row. */
final class LoadedRoom {

  final long number;
  final RoomId id;
  final RoomKind kind;

  long members;
  long owners;
  long head;
  long messages;
  long newestMessage;
  long activeAt;

  long slowModeSeconds;
  boolean archived;

  LoadedRoom(long number, RoomId id, RoomKind kind) {
    this.number = number;
    this.id = id;
    this.kind = kind;
  }
}
