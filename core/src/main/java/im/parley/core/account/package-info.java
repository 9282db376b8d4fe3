/** People: their accounts, names and passwords. */
@NullMarked
package im.parley.core.account;

import org.jspecify.annotations.NullMarked;
