/**
 * The embedded store: one SQLite database in one directory, for one process.
 *
 * <pre>
 *   callers ─→ SqlRoomLog, SqlAccounts, … ─ Work ─→ GroupCommitWriter ─ commit ─→ Completions
 *                     │                                    (one thread)                 listener, then futures
 *                     └── reads ─→ ReaderPool (a few threads, a connection each)
 * </pre>
 *
 * <p>{@link im.parley.store.sqlite.SqliteSeeding} fills a store that no server has open: the same
 * work, without the threads.
 *
 * <p>SQLite is native code that would hold a virtual thread's carrier, so all of it runs on
 * platform threads; callers only wait.
 *
 * <pre>
 *   event    the log of every room. One row an event; a message is its event's row, and its text
 *            is nowhere else.
 *     place     room.number &lt;&lt; 32 | seq, the rowid: a room's log is one contiguous run of the
 *               table's tree, so a page of history is one seek, and the row does not repeat its room
 *     at, by    when (milliseconds since 1970) and who
 *     key       the sender's own name for it; with by it is unique for ever. Its index begins with
 *               the key: keys made in order of time then touch a few pages, not one a sender. Null
 *               for an event that follows from another: a newcomer's joins, a room handed on
 *     type      its wire name
 *     messages  how many messages the room has up to here, this one included: the number of a
 *               message, and what turns a read mark into a count of unread messages
 *     text      of a message and of its edits; emptied when it is taken back. What a message says
 *               now is in its own row, so an edit changes it there
 *     data      the rest of the event, as JSON; null for a plain message
 *     edited_at, deleted   of a message: when its text was last changed, whether it was taken back:
 *                    1 by someone, 2 because its time was over
 *     mentions_now   of an edited message: whom it names since, as JSON; data has whom it named
 *                    at first
 *     expires_at     of a message that does not stay: when its time is over. The index of those that
 *                    are not deleted yet is what there is to do
 *     about     of an edit: the place of its message
 *     room, seq computed from place, for those who read the table by hand
 *
 *   room     a view of its log, written in the same transaction
 *     number         its short name inside the store
 *     people         of a direct room: its people's ids, sorted; the same people, the same room
 *     folded_name    the name in lower case, to browse by
 *     head, messages, members   the newest seq, and how many there are
 *     newest_message the seq of the newest message, 0 for none
 *     active_at      when that was, or when the room was made
 *     slow_mode      how many seconds a member waits between two messages, 0 for none
 *     expire_seconds how long messages last that are posted now, 0 for ever
 *     archived_at    when it was closed, 0 for an open room
 *
 *   member   who is in a room now
 *     joined_seq     the place in line when a room needs a new owner
 *     read_seq       the read mark; read_number is event.messages there, so
 *                    unread = room.messages - member.read_number
 *     delivered_seq  how far the room has reached a device; the read mark counts when it is further
 *     notify         which messages draw the member's attention
 *
 *     muted_until, posted_at   until when they may not write, and when they last did
 *
 *   thread   what the replies to a message have come to; thread_reply has their places
 *   reaction, pin   what people did with a message, by its place; seq keeps the order of emoji
 *   poll     what a message lets people choose from, by its place: how many options, whether several
 *            may be chosen, whether it has ended. The options' texts are in its event's data, and
 *            are taken out there when it is deleted
 *   vote     who has chosen which option of a poll, by its index
 *   mention  who was named by which message as it was posted; an empty user for everyone. Unread
 *            mentions are counted from here
 *
 *   draft    what someone has begun to write; thread is 0 in the room itself. Rows of members only
 *   scheduled messages that are to be sent later, and those that could not be
 *     key            theirs when they are sent, so that they are sent once
 *     attachments    ids of files, a space between them
 *     send_at, due_at    when it was wanted, and when it is tried next
 *     sending        whether it was taken to be sent; tries: how often it was tried
 *     error, reason  why it was not sent; null while it waits
 *   departed what those find again who come back while they are muted or slowed down
 *   ban      who may not come back into a room, by whom and since when
 *   invite   codes that let people in. uses: how many more, null for any number; it works while
 *            uses are left, it has not expired and revoked_at is 0. Dead ones are kept for a while
 *            to say so: the newest 200 of a room stay
 *
 *   file     what was uploaded, by whom. Its bytes are in the directory files/
 *     expires_at     when it may be thrown away; null while a message refers to it
 *   attachment   which messages refer to a file, by their places. What a message shows of its files
 *            is in its event's data, and is taken out there when it is deleted
 *
 *   report   messages that members want moderators to look at; one that was resolved is deleted
 *     seq            of the message
 *
 *   hook     addresses for messages from elsewhere, each with the bot that says them in the room.
 *            secret: the hash of what the address ends with
 *
 *   slash    what servers elsewhere do when members write /name, each with the bot that says it.
 *   outgoing URLs that are told what happens in a room. seq: how far; events, keywords: a line each;
 *            disabled: why it is told nothing more. secret: requests are signed with it, so it
 *            cannot be a hash
 *
 *   account, session, used_refresh   people, where they are signed in, and the refresh tokens that
 *            were traded before, until their time is over
 *     bot            of an account: whether it is a program's, which no password opens. The key of
 *                    a bot is the access token of a session that does not expire
 *   bot      whose a bot is, while it is in service
 *   presence how a user wants to be seen: no row, no wish
 *     until          when state, text and emoji end; null for never
 *     last_seen      when the last of their live sessions ended, unless they were invisible
 *   preference   what a user wants to be notified of
 *     keywords       one a line
 *     quiet_…        from, to, zone and days (their digits, null for all) of the quiet hours
 *   push     where a browser is pushed to, and its keys; gone with the session that made it
 *   meta     the epoch, and this server's keys for pushing
 *   probe    a row comes and goes here, to find out whether the disk takes writes again
 * </pre>
 *
 * <p>The search index is a file of its own, which can be made again from the logs at any time:
 *
 * <pre>
 *   search   the full-text index of the messages, without their texts: words, folded and cut by
 *            SearchTokens, and scope, the room and the writer as a token each. The rowid is the
 *            position: time, then which of that millisecond, so that newest first is a walk back
 *   searchable       which place a position stands for
 *   search_progress  how far the index has come in each room's log; SearchIndexer goes on from here
 *   search_origin    the epoch of the store that it is the index of
 * </pre>
 */
@NullMarked
package im.parley.store.sqlite;

import org.jspecify.annotations.NullMarked;
