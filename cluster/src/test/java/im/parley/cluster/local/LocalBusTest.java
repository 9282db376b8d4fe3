package im.parley.cluster.local;

import im.parley.cluster.contract.BusContract;
import im.parley.cluster.contract.RecordingListener;
import im.parley.cluster.contract.SharedLog;

class LocalBusTest extends BusContract {

  @Override
  protected Ends open(RecordingListener near, RecordingListener far, SharedLog log) {
    LocalBus bus = new LocalBus();
    bus.listen(near, log);
    return new Ends(bus, bus);
  }
}
