package im.parley.core;

import im.parley.core.account.Accounts;
import im.parley.core.alarm.Alarm;
import im.parley.core.bot.Bots;
import im.parley.core.draft.Drafts;
import im.parley.core.expiry.Expiries;
import im.parley.core.expiry.ExpiryBell;
import im.parley.core.file.FileRecords;
import im.parley.core.file.FileStore;
import im.parley.core.hello.Arrivals;
import im.parley.core.hook.Hooks;
import im.parley.core.invite.Invites;
import im.parley.core.live.Bus;
import im.parley.core.log.RoomLog;
import im.parley.core.notify.NotifyLevels;
import im.parley.core.notify.PreferenceStore;
import im.parley.core.outbound.Outbound;
import im.parley.core.outgoing.OutgoingHooks;
import im.parley.core.outgoing.RoomBells;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.push.Pushing;
import im.parley.core.read.ReadMarks;
import im.parley.core.report.Reports;
import im.parley.core.room.Rooms;
import im.parley.core.schedule.Schedule;
import im.parley.core.search.MessageSearch;
import im.parley.core.session.Sessions;
import im.parley.core.slash.SlashCommands;

/**
 * What the chat needs of the world.
 *
 * @param log the rooms' logs
 * @param rooms the rooms as views of their logs
 * @param invites the codes that let people into rooms
 * @param reports what members want moderators to look at
 * @param hooks the addresses for messages from elsewhere
 * @param outgoing the URLs that are told what happens
 * @param slashCommands what servers elsewhere do in rooms
 * @param bells who waits for more of a log
 * @param outbound the way to those URLs
 * @param arrivals what those find who connect
 * @param reads how far people have read
 * @param notifyLevels what draws their attention
 * @param files what is known of files
 * @param fileStore the bytes of files
 * @param preferences what they want to be notified of
 * @param pushing the way to people who are away
 * @param drafts what they have begun to write
 * @param schedule what they want sent later
 * @param expiries the messages whose time will be over
 * @param expiryBell tells when that is
 * @param alarm wakes whoever has something to do at its time
 * @param presence who is there, and who wants to know
 * @param search who finds messages by their words
 * @param accounts people
 * @param bots programs, and whose they are
 * @param sessions where they are signed in
 * @param bus the way to whoever is there now
 */
public record Ports(
    RoomLog log,
    Rooms rooms,
    Invites invites,
    Reports reports,
    Hooks hooks,
    OutgoingHooks outgoing,
    SlashCommands slashCommands,
    RoomBells bells,
    Outbound outbound,
    Arrivals arrivals,
    ReadMarks reads,
    NotifyLevels notifyLevels,
    FileRecords files,
    FileStore fileStore,
    PreferenceStore preferences,
    Pushing pushing,
    Drafts drafts,
    Schedule schedule,
    Expiries expiries,
    ExpiryBell expiryBell,
    Alarm alarm,
    PresenceBoard presence,
    MessageSearch search,
    Accounts accounts,
    Bots bots,
    Sessions sessions,
    Bus bus) {}
