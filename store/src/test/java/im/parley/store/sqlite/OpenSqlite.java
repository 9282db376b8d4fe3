package im.parley.store.sqlite;

import im.parley.core.account.Accounts;
import im.parley.core.bot.Bots;
import im.parley.core.draft.Drafts;
import im.parley.core.file.FileRecords;
import im.parley.core.hello.Arrivals;
import im.parley.core.hook.Hooks;
import im.parley.core.invite.Invites;
import im.parley.core.log.RoomLog;
import im.parley.core.notify.NotifyLevels;
import im.parley.core.notify.PreferenceStore;
import im.parley.core.outgoing.OutgoingHooks;
import im.parley.core.presence.PresenceRecords;
import im.parley.core.push.PushAudience;
import im.parley.core.push.PushSubscriptions;
import im.parley.core.push.VapidKeyStore;
import im.parley.core.read.ReadMarks;
import im.parley.core.report.Reports;
import im.parley.core.room.Rooms;
import im.parley.core.search.MessageSearch;
import im.parley.core.session.Sessions;
import im.parley.protocol.event.DurableEvent;
import im.parley.store.contract.OpenStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The embedded store, with a listener that remembers. */
record OpenSqlite(SqliteStore sqlite, List<DurableEvent> announced) implements OpenStore {

  static OpenSqlite in(Path directory, InstantSource clock) {
    List<DurableEvent> announced = new CopyOnWriteArrayList<>();
    return new OpenSqlite(
        SqliteStore.open(directory, announced::addAll, new SimpleMeterRegistry(), clock),
        announced);
  }

  @Override
  public RoomLog log() {
    return sqlite.log();
  }

  @Override
  public Rooms rooms() {
    return sqlite.rooms();
  }

  @Override
  public Invites invites() {
    return sqlite.invites();
  }

  @Override
  public FileRecords files() {
    return sqlite.files();
  }

  @Override
  public Reports reports() {
    return sqlite.reports();
  }

  @Override
  public Hooks hooks() {
    return sqlite.hooks();
  }

  @Override
  public OutgoingHooks outgoing() {
    return sqlite.outgoing();
  }

  @Override
  public Arrivals arrivals() {
    return sqlite.arrivals();
  }

  @Override
  public ReadMarks readMarks() {
    return sqlite.readMarks();
  }

  @Override
  public NotifyLevels notifyLevels() {
    return sqlite.notifyLevels();
  }

  @Override
  public PreferenceStore preferences() {
    return sqlite.preferences();
  }

  @Override
  public PushSubscriptions pushSubscriptions() {
    return sqlite.pushSubscriptions();
  }

  @Override
  public PushAudience pushAudience() {
    return sqlite.pushAudience();
  }

  @Override
  public VapidKeyStore vapidKeys() {
    return sqlite.vapidKeys();
  }

  @Override
  public Drafts drafts() {
    return sqlite.drafts();
  }

  @Override
  public PresenceRecords presence() {
    return sqlite.presence();
  }

  @Override
  public MessageSearch search() {
    return sqlite.search();
  }

  @Override
  public Accounts accounts() {
    return sqlite.accounts();
  }

  @Override
  public Bots bots() {
    return sqlite.bots();
  }

  @Override
  public Sessions sessions() {
    return sqlite.sessions();
  }

  @Override
  public void close() {
    sqlite.close();
  }
}
