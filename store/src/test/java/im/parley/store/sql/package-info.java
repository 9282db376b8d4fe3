/** What tests of the engines need to know of the statements. */
@NullMarked
package im.parley.store.sql;

import org.jspecify.annotations.NullMarked;
