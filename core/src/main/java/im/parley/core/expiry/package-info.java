/**
 * Messages whose time is over.
 *
 * <pre>
 *   a commit → ExpiryBell ─ its time → AlarmClock ─wakes→ Expirer
 *       Expirer: a page of what is due → Expiries (the store): message.deleted {expired}
 * </pre>
 *
 * How long a message lasts is fixed when it is posted, by the setting of its room. The store takes
 * it back once, however many servers try, and tries again after a restart.
 */
@NullMarked
package im.parley.core.expiry;

import org.jspecify.annotations.NullMarked;
