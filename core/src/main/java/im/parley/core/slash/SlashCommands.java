package im.parley.core.slash;

import im.parley.core.outbound.WebhookSecret;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SlashCommand;
import java.util.List;

/**
 * The slash commands of rooms. Each has a bot of its own, which is in the room while the command is
 * there. Who may make, run or delete one is asked of {@link im.parley.core.log.RoomRules}, in the
 * transaction that does it. All calls wait for the store.
 */
public interface SlashCommands {

  /** How many slash commands one room may have. */
  int MAX_PER_ROOM = 20;

  /**
   * Keeps a new command, makes its bot, and brings that into the room.
   *
   * @param username of the bot
   * @param secret what requests are signed with
   * @throws RefusedException if its maker may not, or {@code conflict} when the room has one of
   *     this name or {@value #MAX_PER_ROOM} already
   */
  void create(SlashCommand command, String username, WebhookSecret secret);

  /** Those of a room, in the order of their names. */
  List<SlashCommand> of(RoomId room);

  /**
   * The command of this name, to be run by this user.
   *
   * @throws RefusedException if the user may not write in the room now, or {@code not_found} when
   *     the room has no such command
   */
  Ready toRun(RoomId room, String name, UserId user);

  /**
   * A command that is to be run.
   *
   * @param command which
   * @param secret what the request is signed with
   */
  record Ready(SlashCommand command, WebhookSecret secret) {}

  /**
   * Forgets a command, and takes its bot out of the room.
   *
   * @throws RefusedException if the user may not, or {@code not_found} when the room has no such
   *     command
   */
  void delete(RoomId room, String name, UserId by);

  /** The refusal for a command that the room does not have. */
  static RefusedException unknown(String name) {
    return RefusedException.notFound("name", "There is no command /" + name + " in this room");
  }

  /** The refusal of a name that another command of the room has. */
  static RefusedException taken(String name) {
    return RefusedException.conflict(
        "name", "There is a command /" + name + " in this room already: choose another name");
  }

  /** The refusal of one too many. */
  static RefusedException tooMany() {
    return RefusedException.conflict(
        "room", "A room has " + MAX_PER_ROOM + " slash commands at most: delete one first");
  }
}
