/**
 * The one way in: every door hands its commands to {@link im.parley.core.dispatch.Dispatcher}.
 *
 * <pre>
 *   Command → CommandPolicy (signed in? within rate?) → its one handler → Reply
 * </pre>
 */
@NullMarked
package im.parley.core.dispatch;

import org.jspecify.annotations.NullMarked;
