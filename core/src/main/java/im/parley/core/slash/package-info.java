/**
 * Slash commands: what people write as {@code /name} in a room, and a server elsewhere does.
 *
 * <pre>
 *   slash.run ─▶ SlashCommands.toRun: may they write here? ─▶ SlashRunner ─POST─▶ the URL
 *                                                              │ in_channel: its bot says it
 *                                                              └ ephemeral:  the caller is told
 * </pre>
 */
@NullMarked
package im.parley.core.slash;

import org.jspecify.annotations.NullMarked;
