package im.parley.protocol.reply;

import im.parley.protocol.view.SlashCommand;
import io.avaje.jsonb.Json;

/**
 * A new slash command.
 *
 * @param command what it is
 * @param secret what requests are signed with (Standard Webhooks); it is not shown again
 */
@Json
public record SlashSecret(SlashCommand command, String secret) implements Reply {

  /** Without the secret: this may be logged. */
  @Override
  public String toString() {
    return "SlashSecret[command=" + command.name() + "]";
  }
}
