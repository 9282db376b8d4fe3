/** Tests of what views tell by themselves. */
@NullMarked
package im.parley.protocol.view;

import org.jspecify.annotations.NullMarked;
