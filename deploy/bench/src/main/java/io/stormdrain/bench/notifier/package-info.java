/** The notifier alone, between a topic of signals and its database. */
@NullMarked
package io.stormdrain.bench.notifier;

import org.jspecify.annotations.NullMarked;
