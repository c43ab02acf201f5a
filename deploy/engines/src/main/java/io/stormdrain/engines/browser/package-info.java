/**
 * A real browser without a window, by which tests look at pages. It needs Jackson, which whoever
 * loads it brings along.
 */
@NullMarked
package io.stormdrain.engines.browser;

import org.jspecify.annotations.NullMarked;
