/** The notifier as commands talk to it: its address, its API, and what it says in lines of text. */
@NullMarked
package io.stormdrain.local.notifier;

import org.jspecify.annotations.NullMarked;
