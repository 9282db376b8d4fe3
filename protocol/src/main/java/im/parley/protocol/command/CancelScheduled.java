package im.parley.protocol.command;

import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;

/**
 * Takes back what waits to be sent, or takes what could not be sent off the list. Refused with
 * {@code not_found} for what is not the caller's, and for what is being sent or was sent.
 *
 * @param scheduled its id
 */
@Json
public record CancelScheduled(Long scheduled) implements Command<Done> {

  public static final CommandType<CancelScheduled, Done> TYPE =
      CommandType.of(
          "scheduled.cancel",
          CancelScheduled.class,
          Done.class,
          Route.delete("/me/scheduled/{scheduled}"));

  public CancelScheduled {
    Check.seq("scheduled", scheduled);
  }

  @Override
  public CommandType<CancelScheduled, Done> type() {
    return TYPE;
  }
}
