package im.parley.store.sql;

import im.parley.core.expiry.Expiries.Due;
import im.parley.protocol.event.Fact;
import java.sql.SQLException;

/**
 * Takes a message back whose time is over, unless it was taken back before. No rule is asked: its
 * writer may have left, and the room may be closed.
 */
record ExpiryWork(Due due) implements Work<Boolean> {

  @Override
  public LookUp lookUp() {
    return new LookUp(due.room(), due.by(), null);
  }

  @Override
  public Boolean run(WriteTransaction transaction) throws SQLException {
    LoadedRoom room = transaction.rooms().find(due.room());
    if (room == null) {
      return false;
    }
    long place = Place.of(room.number, due.seq());
    boolean stands =
        transaction
            .query("SELECT 1 FROM event WHERE place = ? AND deleted = 0 AND expires_at <= ?")
            .bind(place)
            .bind(transaction.now().toEpochMilli())
            .exists();
    if (stands) {
      Fact expired = new Fact.MessageDeleted(due.seq(), true);
      new Ledger(transaction).append(room, due.by(), null, expired);
      new Erasure(transaction).expired(place);
    }
    return stands;
  }
}
