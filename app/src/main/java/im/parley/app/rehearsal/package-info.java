/**
 * A short life of a server, for the Java runtime to record: later starts find its classes loaded,
 * and know what will be used most.
 *
 * <pre>
 *   Rehearsal ─ starts ─ RehearsedServer (a process of its own, so that nothing else is recorded)
 *       └ Guest, Guest, … ─ sign up, open the page, talk ─┘
 * </pre>
 */
@NullMarked
package im.parley.app.rehearsal;

import org.jspecify.annotations.NullMarked;
