/** Where sources are kept: the registry of a running service, or a file. */
@NullMarked
package io.stormdrain.local.registry;

import org.jspecify.annotations.NullMarked;
