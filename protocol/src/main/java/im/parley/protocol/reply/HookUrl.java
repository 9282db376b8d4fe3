package im.parley.protocol.reply;

import im.parley.protocol.view.Hook;
import io.avaje.jsonb.Json;

/**
 * A new address for messages from elsewhere.
 *
 * @param hook what it is for
 * @param path where to POST: the path of a URL of this server. Whoever knows it may write; it is
 *     not shown again
 */
@Json
public record HookUrl(Hook hook, String path) implements Reply {

  /** Without the path: this may be logged. */
  @Override
  public String toString() {
    return "HookUrl[hook=" + hook.id() + "]";
  }
}
