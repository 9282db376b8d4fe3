/**
 * Messages that are sent later.
 *
 * <pre>
 *   message.schedule → Schedule (the store) ─ its time → AlarmClock ─wakes→ Scheduler
 *       Scheduler: take what is due → SendMessageHandler, under the message's own key → settle
 * </pre>
 *
 * What was taken and not settled, because the server ended, is due again at the next start; the key
 * lets it be said only once.
 */
@NullMarked
package im.parley.core.schedule;

import org.jspecify.annotations.NullMarked;
