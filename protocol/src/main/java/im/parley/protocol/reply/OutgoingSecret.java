package im.parley.protocol.reply;

import im.parley.protocol.view.Outgoing;
import io.avaje.jsonb.Json;

/**
 * A new outgoing webhook.
 *
 * @param outgoing what is told to whom
 * @param secret what requests are signed with (Standard Webhooks); it is not shown again
 */
@Json
public record OutgoingSecret(Outgoing outgoing, String secret) implements Reply {

  /** Without the secret: this may be logged. */
  @Override
  public String toString() {
    return "OutgoingSecret[outgoing=" + outgoing.id() + "]";
  }
}
