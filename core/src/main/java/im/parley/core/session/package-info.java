/**
 * Who is signed in where. Tokens are opaque random strings; the store keeps only their hashes, so
 * that reading it gives nobody a session.
 */
@NullMarked
package im.parley.core.session;

import org.jspecify.annotations.NullMarked;
