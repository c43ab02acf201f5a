/** For whoever writes alert rules: listing, testing and linting. */
@NullMarked
package io.stormdrain.local.rules;

import org.jspecify.annotations.NullMarked;
