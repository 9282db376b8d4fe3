package im.parley.store.sql;

import im.parley.core.account.Accounts;
import im.parley.core.bot.Bots;
import im.parley.core.draft.Drafts;
import im.parley.core.expiry.Expiries;
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
import im.parley.core.schedule.Schedule;
import im.parley.core.search.MessageSearch;
import im.parley.core.session.Sessions;
import im.parley.core.slash.SlashCommands;
import java.time.InstantSource;

/**
 * Everything that is kept. What it has said is done is durable. Its ports may be used from any
 * thread, and waiting for them does not hold the carrier of a virtual thread.
 */
public final class SqlStore implements AutoCloseable {

  private final Engine engine;
  private final InstantSource clock;

  public SqlStore(Engine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** The logs of all rooms. */
  public RoomLog log() {
    return new SqlRoomLog(engine.writer(), engine.readers(), engine.epoch());
  }

  /** The rooms as views of their logs. */
  public Rooms rooms() {
    return new SqlRooms(engine.readers(), clock);
  }

  /** The codes that let people into rooms. */
  public Invites invites() {
    return new SqlInvites(engine.writer(), engine.readers(), clock);
  }

  /** What is known of files. */
  public FileRecords files() {
    return new SqlFiles(engine.writer(), engine.readers(), clock);
  }

  /** What members want moderators to look at. */
  public Reports reports() {
    return new SqlReports(engine.writer(), engine.readers());
  }

  /** The addresses of rooms for messages from elsewhere. */
  public Hooks hooks() {
    return new SqlHooks(engine.writer(), engine.readers());
  }

  /** The URLs that are told what happens in rooms. */
  public OutgoingHooks outgoing() {
    return new SqlOutgoing(engine.writer(), engine.readers());
  }

  /** What servers elsewhere do in rooms. */
  public SlashCommands slashCommands() {
    return new SqlSlashCommands(engine.writer(), engine.readers());
  }

  /** What those find who connect. */
  public Arrivals arrivals() {
    return new SqlArrivals(engine.readers());
  }

  /** How far everyone has read. */
  public ReadMarks readMarks() {
    return new SqlReadMarks(engine.writer(), engine.readers());
  }

  /** What draws everyone's attention. */
  public NotifyLevels notifyLevels() {
    return new SqlNotifyLevels(engine.writer());
  }

  /** What everyone wants to be notified of. */
  public PreferenceStore preferences() {
    return new SqlPreferences(engine.writer(), engine.readers());
  }

  /** The browsers that are pushed to. */
  public PushSubscriptions pushSubscriptions() {
    return new SqlPush(engine.writer(), engine.readers(), clock);
  }

  /** Whom messages could be pushed to. */
  public PushAudience pushAudience() {
    return new SqlPushAudience(engine.readers(), clock);
  }

  /** The server's keys for pushing. */
  public VapidKeyStore vapidKeys() {
    return new SqlPush(engine.writer(), engine.readers(), clock);
  }

  /** What everyone has begun to write. */
  public Drafts drafts() {
    return new SqlDrafts(engine.writer(), engine.readers());
  }

  /** What everyone wants sent later. */
  public Schedule schedule() {
    return new SqlSchedule(engine.writer(), engine.readers());
  }

  /** The messages whose time will be over. */
  public Expiries expiries() {
    return new SqlExpiries(engine.writer(), engine.readers());
  }

  /** What is kept of everyone's presence. */
  public PresenceRecords presence() {
    return new SqlPresence(engine.writer(), engine.readers());
  }

  /** Who finds messages by their words. */
  public MessageSearch search() {
    return engine.search();
  }

  /** The people. */
  public Accounts accounts() {
    return new SqlAccounts(engine.writer(), engine.readers());
  }

  /** The programs, and whose they are. */
  public Bots bots() {
    return new SqlBots(engine.writer(), engine.readers());
  }

  /** Who is signed in where. */
  public Sessions sessions() {
    return new SqlSessions(engine.writer(), engine.readers(), clock);
  }

  /**
   * Whether changes become durable: false from a commit that failed for want of the disk or the
   * database until one succeeds. While it is false, asking has a write tried, so ask again.
   */
  public boolean healthy() {
    return engine.writer().healthy();
  }

  /** Finishes what was begun, tells the listener and all who wait, and lets go of the database. */
  @Override
  public void close() {
    engine.close();
  }

  /** The writer, for what no port offers. */
  public GroupCommitWriter writer() {
    return engine.writer();
  }
}
