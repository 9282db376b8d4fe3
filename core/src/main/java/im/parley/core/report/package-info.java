/** Messages that members want the owners and moderators of their room to look at. */
@NullMarked
package im.parley.core.report;

import org.jspecify.annotations.NullMarked;
