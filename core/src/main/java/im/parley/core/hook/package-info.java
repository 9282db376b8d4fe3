/**
 * Messages from elsewhere, in the form that Slack takes.
 *
 * <pre>
 *   POST /v1/hooks/{secret} → IncomingHooks → whose secret? → Limits → SlackPayload → SlackMarkup
 *                                                              → RoomLog, as the hook's bot
 * </pre>
 */
@NullMarked
package im.parley.core.hook;

import org.jspecify.annotations.NullMarked;
