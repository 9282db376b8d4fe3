/** What clients see of people, rooms and messages. */
@NullMarked
package im.parley.protocol.view;

import org.jspecify.annotations.NullMarked;
