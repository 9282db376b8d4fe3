package im.parley.core;

import im.parley.core.account.Accounts;
import im.parley.core.draft.Drafts;
import im.parley.core.hello.Arrivals;
import im.parley.core.invite.Invites;
import im.parley.core.live.Bus;
import im.parley.core.log.RoomLog;
import im.parley.core.notify.NotifyLevels;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.read.ReadMarks;
import im.parley.core.room.Rooms;
import im.parley.core.search.MessageSearch;
import im.parley.core.session.Sessions;

/**
 * What the chat needs of the world.
 *
 * @param log the rooms' logs
 * @param rooms the rooms as views of their logs
 * @param invites the codes that let people into rooms
 * @param arrivals what those find who connect
 * @param reads how far people have read
 * @param notifyLevels what draws their attention
 * @param drafts what they have begun to write
 * @param presence who is there, and who wants to know
 * @param search who finds messages by their words
 * @param accounts people
 * @param sessions where they are signed in
 * @param bus the way to whoever is there now
 */
public record Ports(
    RoomLog log,
    Rooms rooms,
    Invites invites,
    Arrivals arrivals,
    ReadMarks reads,
    NotifyLevels notifyLevels,
    Drafts drafts,
    PresenceBoard presence,
    MessageSearch search,
    Accounts accounts,
    Sessions sessions,
    Bus bus) {}
