/**
 * What every store has to keep: one suite a port, run over each kind of store. A suite for another
 * kind extends the contracts and says how to open it.
 */
@NullMarked
package im.parley.store.contract;

import org.jspecify.annotations.NullMarked;
