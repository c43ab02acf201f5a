/** For whoever writes signatures: listing, testing, linting, and why a line was recognised. */
@NullMarked
package io.stormdrain.local.signatures;

import org.jspecify.annotations.NullMarked;
