package im.parley.store.postgres;

import im.parley.store.contract.InvitesContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresInvitesTest extends InvitesContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
