/**
 * The two ways to begin a session: a new account, or a password.
 *
 * <pre>
 *   RegisterAccount → name free? → hash → Accounts ────────┐
 *   CreateSession → Limits → Accounts → password matches? ─┴→ SessionStart → tokens
 * </pre>
 */
@NullMarked
package im.parley.core.signin;

import org.jspecify.annotations.NullMarked;
