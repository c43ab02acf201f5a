/** Whether what a source sends arrives. */
@NullMarked
package io.stormdrain.local.sender;

import org.jspecify.annotations.NullMarked;
