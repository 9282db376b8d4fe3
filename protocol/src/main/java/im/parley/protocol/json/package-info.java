/**
 * The records as JSON, and back. {@link im.parley.protocol.json.JsonSyntax} lets in only strict
 * JSON; the adapters that are generated from the records then check the types, and the records
 * check themselves.
 *
 * <pre>
 *   bytes → JsonSyntax → CommandReader → Command      Reply, event → WireWriter → bytes
 * </pre>
 */
@NullMarked
package im.parley.protocol.json;

import org.jspecify.annotations.NullMarked;
