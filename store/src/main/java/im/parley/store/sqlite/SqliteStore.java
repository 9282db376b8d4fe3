package im.parley.store.sqlite;

import im.parley.core.account.Accounts;
import im.parley.core.bot.Bots;
import im.parley.core.draft.Drafts;
import im.parley.core.file.FileRecords;
import im.parley.core.hello.Arrivals;
import im.parley.core.hook.Hooks;
import im.parley.core.invite.Invites;
import im.parley.core.log.CommitListener;
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
import im.parley.store.StoreException;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is kept, in one directory. One process at a time opens it. What it has said is
 * done is on disk. Its ports may be used from any thread, and waiting for them does not hold the
 * carrier of a virtual thread.
 */
public final class SqliteStore implements AutoCloseable {

  private static final int MIN_READERS = 2;
  private static final int MAX_READERS = 4;

  private final DataDirectory directory;
  private final DatabaseConnection connection;
  private final GroupCommitWriter writer;
  private final SearchIndexer indexer;
  private final ReaderPool readers;
  private final RoomLog log;
  private final InstantSource clock;

  private SqliteStore(
      DataDirectory directory,
      DatabaseConnection connection,
      CommitListener listener,
      MeterRegistry meters,
      InstantSource clock)
      throws SQLException {
    Schema.bringUpToDate(connection, directory.database());
    String epoch = Founding.epoch(connection, clock);
    this.directory = directory;
    this.connection = connection;
    this.clock = clock;
    this.indexer = new SearchIndexer(SearchIndexFile.open(directory, epoch), meters);
    this.readers = new ReaderPool(readConnections(directory), meters);
    this.writer =
        new GroupCommitWriter(
            new WriteTransaction(connection, clock),
            indexer::noteCommit,
            new Completions(listener),
            meters);
    this.log = new SqliteRoomLog(writer, readers, epoch);
    writer.start();
    indexer.start();
  }

  /**
   * Opens the store in this directory, which is made if need be, and brings its tables up to date.
   *
   * @param listener hears of every commit, from now on
   * @throws StoreException if another server uses the directory, a newer version wrote it, or it
   *     cannot be used; the message says which, and what to do
   */
  public static SqliteStore open(Path directory, CommitListener listener, MeterRegistry meters) {
    return open(directory, listener, meters, InstantSource.system());
  }

  /** Opens the store with this clock. */
  static SqliteStore open(
      Path path, CommitListener listener, MeterRegistry meters, InstantSource clock) {
    DataDirectory directory = DataDirectory.take(path);
    try {
      return open(directory, listener, meters, clock);
    } catch (SQLException e) {
      directory.close();
      throw new StoreException("The database in " + path + " cannot be opened: " + e, e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static SqliteStore open(
      DataDirectory directory, CommitListener listener, MeterRegistry meters, InstantSource clock)
      throws SQLException {
    DatabaseConnection connection = DatabaseConnection.writer(directory.database());
    try {
      return new SqliteStore(directory, connection, listener, meters, clock);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static List<DatabaseConnection> readConnections(DataDirectory directory)
      throws SQLException {
    int count = Math.clamp(Runtime.getRuntime().availableProcessors(), MIN_READERS, MAX_READERS);
    List<DatabaseConnection> connections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      connections.add(
          DatabaseConnection.reader(directory.database()).with(directory.searchIndex(), "found"));
    }
    return connections;
  }

  /** The logs of all rooms. */
  public RoomLog log() {
    return log;
  }

  /** The rooms as views of their logs. */
  public Rooms rooms() {
    return new SqliteRooms(readers, clock);
  }

  /** The codes that let people into rooms. */
  public Invites invites() {
    return new SqliteInvites(writer, readers, clock);
  }

  /** What is known of files. */
  public FileRecords files() {
    return new SqliteFiles(writer, readers, clock);
  }

  /** What members want moderators to look at. */
  public Reports reports() {
    return new SqliteReports(writer, readers);
  }

  /** The addresses of rooms for messages from elsewhere. */
  public Hooks hooks() {
    return new SqliteHooks(writer, readers);
  }

  /** The URLs that are told what happens in rooms. */
  public OutgoingHooks outgoing() {
    return new SqliteOutgoing(writer, readers);
  }

  /** What those find who connect. */
  public Arrivals arrivals() {
    return new SqliteArrivals(readers);
  }

  /** How far everyone has read. */
  public ReadMarks readMarks() {
    return new SqliteReadMarks(writer, readers);
  }

  /** What draws everyone's attention. */
  public NotifyLevels notifyLevels() {
    return new SqliteNotifyLevels(writer);
  }

  /** What everyone wants to be notified of. */
  public PreferenceStore preferences() {
    return new SqlitePreferences(writer, readers);
  }

  /** The browsers that are pushed to. */
  public PushSubscriptions pushSubscriptions() {
    return new SqlitePush(writer, readers, clock);
  }

  /** Whom messages could be pushed to. */
  public PushAudience pushAudience() {
    return new SqlitePushAudience(readers, clock);
  }

  /** The server's keys for pushing. */
  public VapidKeyStore vapidKeys() {
    return new SqlitePush(writer, readers, clock);
  }

  /** What everyone has begun to write. */
  public Drafts drafts() {
    return new SqliteDrafts(writer, readers);
  }

  /** What is kept of everyone's presence. */
  public PresenceRecords presence() {
    return new SqlitePresence(writer, readers);
  }

  /** Who finds messages by their words. */
  public MessageSearch search() {
    return new SqliteSearch(indexer, readers);
  }

  /** The people. */
  public Accounts accounts() {
    return new SqliteAccounts(writer, readers);
  }

  /** The programs, and whose they are. */
  public Bots bots() {
    return new SqliteBots(writer, readers);
  }

  /** Who is signed in where. */
  public Sessions sessions() {
    return new SqliteSessions(writer, readers, clock);
  }

  /**
   * Whether changes reach the disk: false from a commit that failed for want of it until one
   * succeeds. While it is false, asking has a write tried, so ask again.
   */
  public boolean healthy() {
    return writer.healthy();
  }

  /** Finishes what was begun, tells the listener and all who wait, and gives the directory free. */
  @Override
  public void close() {
    writer.close();
    indexer.close();
    readers.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("The database could not be closed", e);
    } finally {
      directory.close();
    }
  }

  /** The writer, for what no port offers. */
  GroupCommitWriter writer() {
    return writer;
  }
}
