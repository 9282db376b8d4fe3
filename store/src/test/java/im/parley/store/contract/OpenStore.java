package im.parley.store.contract;

import im.parley.core.account.Accounts;
import im.parley.core.draft.Drafts;
import im.parley.core.hello.Arrivals;
import im.parley.core.invite.Invites;
import im.parley.core.log.RoomLog;
import im.parley.core.notify.NotifyLevels;
import im.parley.core.presence.PresenceRecords;
import im.parley.core.read.ReadMarks;
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

  Arrivals arrivals();

  ReadMarks readMarks();

  NotifyLevels notifyLevels();

  Drafts drafts();

  PresenceRecords presence();

  MessageSearch search();

  Accounts accounts();

  Sessions sessions();

  /** What the commit listener has heard so far, in order. */
  List<DurableEvent> announced();

  @Override
  void close();
}
