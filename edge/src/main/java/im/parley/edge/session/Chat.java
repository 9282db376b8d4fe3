package im.parley.edge.session;

import im.parley.core.dispatch.Dispatcher;
import im.parley.core.hello.Greeter;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.room.Rooms;

/**
 * What conversations need of the chat.
 *
 * @param dispatcher carries out their commands
 * @param greeter answers their hello
 * @param rooms shows them the rooms that they come into
 * @param presence is told who is there
 */
public record Chat(Dispatcher dispatcher, Greeter greeter, Rooms rooms, PresenceBoard presence) {}
