/** The two catalogues of failure: errors that we answer, and codes with which we close. */
@NullMarked
package im.parley.protocol.error;

import org.jspecify.annotations.NullMarked;
