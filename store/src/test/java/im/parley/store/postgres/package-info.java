/** Tests of the store on PostgreSQL. */
@NullMarked
package im.parley.store.postgres;

import org.jspecify.annotations.NullMarked;
