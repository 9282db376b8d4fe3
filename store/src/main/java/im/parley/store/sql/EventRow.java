package im.parley.store.sql;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table of events, as it is first written; its columns by their names.
 *
 * @param place the room's number and the event's seq
 * @param at milliseconds since 1970
 * @param by the user's id
 * @param key null for what follows from another event
 * @param type its wire name
 * @param messages how many messages the room has up to here
 * @param text of a message or an edit
 * @param data the rest of the event as JSON; null for a plain message
 * @param about the place of the event that this one is about
 * @param expiresAt when the message goes by itself, in milliseconds since 1970
 */
public record EventRow(
    long place,
    long at,
    String by,
    @Nullable String key,
    String type,
    long messages,
    @Nullable String text,
    @Nullable String data,
    @Nullable Long about,
    @Nullable Long expiresAt) {}
