/** What has to be set on a platform so that it sends here, in the words of that platform. */
@NullMarked
package io.stormdrain.local.sender;

import org.jspecify.annotations.NullMarked;
