/**
 * What a client can ask. One record a command, which guards itself; its {@code TYPE} declares the
 * wire name, who may send it, and its HTTP route. {@link CommandCatalogue} lists them all.
 *
 * <pre>
 *   door → Command → one handler → Reply → door
 * </pre>
 */
@NullMarked
package im.parley.protocol.command;

import org.jspecify.annotations.NullMarked;
