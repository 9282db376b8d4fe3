/**
 * The records as JSON, and back. {@link im.parley.protocol.json.StrictReader} lets in only strict
 * JSON and values of the types that the adapters ask for, which are generated from the records;
 * then the records check themselves.
 *
 * <pre>
 *   bytes → StrictReader → adapter → Command      Reply, event → adapter → WireWriter → bytes
 * </pre>
 */
@NullMarked
package im.parley.protocol.json;

import org.jspecify.annotations.NullMarked;
