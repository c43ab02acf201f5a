package io.stormdrain.notifier.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release or deployment of an app.
 *
 * @param version {@code v43}, or a platform's id
 * @param what what it brought, as the platform said: {@code Deploy 8c456a46}, {@code Set FOO config
 *     vars}; null where it did not say
 */
public record Release(String version, Instant at, @Nullable String what) {}
