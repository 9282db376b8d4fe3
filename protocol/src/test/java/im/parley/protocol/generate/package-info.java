/**
 * Writes what is derived from the records: TypeScript types, OpenAPI, AsyncAPI and the tables of
 * the guide. It runs at build time only, and so may reflect and read sources.
 *
 * <pre>
 *   records + their Javadoc → Model → one writer a file → GeneratedFilesTest compares or writes
 * </pre>
 */
@NullMarked
package im.parley.protocol.generate;

import org.jspecify.annotations.NullMarked;
