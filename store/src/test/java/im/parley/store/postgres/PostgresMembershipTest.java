package im.parley.store.postgres;

import im.parley.store.contract.MembershipContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresMembershipTest extends MembershipContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
