package io.stormdrain.notifier.console;

import io.stormdrain.notifier.neighbour.KnownSource;
import org.jspecify.annotations.Nullable;

/**
 * A source in a list.
 *
 * @param href its page
 * @param where its platform and environment
 * @param seen when it last sent something; null for never
 */
public record SourceRow(
    String id,
    String app,
    String href,
    String where,
    @Nullable String team,
    long received,
    long lost,
    long refused,
    @Nullable Moment seen) {

  static SourceRow of(KnownSource source) {
    return new SourceRow(
        Shown.name(source.id()),
        Shown.name(source.app()),
        "/sources/" + Href.encoded(source.id()),
        Shown.name(
            source.environment() == null
                ? source.platform()
                : source.environment() + ", " + source.platform()),
        source.team() == null ? null : Shown.name(source.team()),
        source.received(),
        source.lost(),
        source.refused(),
        Moment.of(source.lastSeen()));
  }
}
