package im.parley.protocol.command;

import im.parley.protocol.reply.ScheduledList;

/**
 * Lists what waits to be sent for the caller in all rooms, the next one first, and what could not
 * be sent, with the reason.
 */
public record ListScheduled() implements Command<ScheduledList> {

  public static final CommandType<ListScheduled, ScheduledList> TYPE =
      CommandType.of(
          "scheduled.list", ListScheduled.class, ScheduledList.class, Route.get("/me/scheduled"));

  @Override
  public CommandType<ListScheduled, ScheduledList> type() {
    return TYPE;
  }
}
