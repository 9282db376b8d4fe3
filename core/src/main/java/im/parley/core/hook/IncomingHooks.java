package im.parley.core.hook;

import im.parley.core.limit.Limits;
import im.parley.core.log.Change;
import im.parley.core.log.Commit;
import im.parley.core.log.Draft;
import im.parley.core.log.RoomLog;
import im.parley.core.session.TokenHash;
import im.parley.core.session.TokenMint;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.json.LooseJson;
import im.parley.protocol.view.Hook;

/** Says in a room what somebody posts to one of its hooks. */
public final class IncomingHooks {

  private final Hooks hooks;
  private final Limits limits;
  private final RoomLog log;

  public IncomingHooks(Hooks hooks, Limits limits, RoomLog log) {
    this.hooks = hooks;
    this.limits = limits;
    this.log = log;
  }

  /**
   * Says it. Waits until it is on disk.
   *
   * @param secret what the hook is known by
   * @param json what to say, as Slack takes it
   * @param key the sender's name for it; the same one again says nothing twice
   * @throws RefusedException {@code not_found} for a secret that is no hook's, {@code bad_request}
   *     for what says nothing, {@code too_large} for more than a message holds: it is not cut, and
   *     {@code rate_limited}
   */
  public void receive(String secret, byte[] json, MessageKey key) {
    Hook hook = find(secret);
    limits.beforeHook(hook.id());
    SlackMarkup.Markdown said = SlackPayload.of(LooseJson.object(json)).markdown();
    requireFit(said.text());
    Change.Post post = new Change.Post(said.text(), said.mentions(), null, null);
    Commit.await(log.append(new Draft(hook.room(), hook.id(), key, post)));
  }

  private Hook find(String secret) {
    if (!TokenMint.looksLikeHook(secret)) {
      throw unknown();
    }
    return hooks.bySecret(TokenHash.of(secret)).orElseThrow(IncomingHooks::unknown);
  }

  private static RefusedException unknown() {
    return new RefusedException(
        Refusal.of(ErrorCode.NOT_FOUND, "There is no such webhook, or it was deleted"));
  }

  private static void requireFit(String text) {
    if (text.isBlank()) {
      throw RefusedException.badField("text", "is missing, and so are blocks and attachments");
    }
    if (text.codePointCount(0, text.length()) > SendMessage.MAX_TEXT) {
      throw new RefusedException(
          Refusal.of(
              ErrorCode.TOO_LARGE,
              "A message holds " + SendMessage.MAX_TEXT + " characters: send less",
              "text"));
    }
  }
}
