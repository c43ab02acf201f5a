package io.stormdrain.notifier.message;

import org.jspecify.annotations.Nullable;

/**
 * What a message is made for.
 *
 * @param upTo number of the latest transition that is told with it
 * @param lastGood the release before the suspected one; null when none is known
 * @param possibleRepeat whether the same may have arrived before
 */
public record Occasion(
    Notice notice, int upTo, @Nullable String lastGood, boolean possibleRepeat) {}
