/**
 * The program: the only place that knows everybody.
 *
 * <pre>
 *   Main → CommandLineInterface → ServerConfig → ParleyServer = store + core + cluster + edge
 * </pre>
 */
@NullMarked
package im.parley.app;

import org.jspecify.annotations.NullMarked;
