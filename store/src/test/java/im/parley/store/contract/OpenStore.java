package im.parley.store.contract;

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
import java.util.List;

/** A store of any kind, open and empty. */
public interface OpenStore extends AutoCloseable {

  RoomLog log();

  Rooms rooms();

  Invites invites();

  FileRecords files();

  Reports reports();

  Hooks hooks();

  OutgoingHooks outgoing();

  Arrivals arrivals();

  ReadMarks readMarks();

  NotifyLevels notifyLevels();

  PreferenceStore preferences();

  PushSubscriptions pushSubscriptions();

  PushAudience pushAudience();

  VapidKeyStore vapidKeys();

  Drafts drafts();

  PresenceRecords presence();

  MessageSearch search();

  Accounts accounts();

  Bots bots();

  Sessions sessions();

  /** What the commit listener has heard so far, in order. */
  List<DurableEvent> announced();

  @Override
  void close();
}
