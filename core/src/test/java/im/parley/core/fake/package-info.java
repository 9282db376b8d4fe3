/**
 * The world of the chat in memory, for tests: every port with its promises, but for the disk, and
 * with the real rules. {@link im.parley.core.fake.TestChat} puts it together.
 */
@NullMarked
package im.parley.core.fake;

import org.jspecify.annotations.NullMarked;
