/** What can be set: one table, read from the command line, the environment and one file. */
@NullMarked
package im.parley.app.config;

import org.jspecify.annotations.NullMarked;
