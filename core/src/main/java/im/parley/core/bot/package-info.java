/**
 * Accounts that programs sign in to. A bot's key is the access token of a session of its own that
 * does not expire, so every door takes it, and ending that session ends the key.
 */
@NullMarked
package im.parley.core.bot;

import org.jspecify.annotations.NullMarked;
