package im.parley.edge.session;

import im.parley.core.dispatch.Dispatcher;
import im.parley.core.hello.Greeter;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.room.Rooms;
import im.parley.core.session.Sessions;

/**
 * What conversations need of the chat.
 *
 * @param dispatcher carries out their commands
 * @param greeter answers their hello
 * @param rooms shows them the rooms that they come into
 * @param sessions says which of them have ended
 * @param presence is told who is there
 */
public record Chat(
    Dispatcher dispatcher,
    Greeter greeter,
    Rooms rooms,
    Sessions sessions,
    PresenceBoard presence) {}
