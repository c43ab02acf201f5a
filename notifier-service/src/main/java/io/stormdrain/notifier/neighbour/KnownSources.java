package io.stormdrain.notifier.neighbour;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sources as ingest-service tells of them.
 *
 * @param away why it does not; null when it does
 */
public record KnownSources(List<KnownSource> sources, @Nullable String away) {

  public KnownSources {
    sources = List.copyOf(sources);
  }

  /** What it answered. */
  public static KnownSources of(Answer answer) {
    return switch (answer) {
      case Answer.Said said ->
          new KnownSources(
              StreamSupport.stream(said.what().path("sources").spliterator(), false)
                  .map(KnownSource::of)
                  .toList(),
              null);
      case Answer.Refused refused ->
          new KnownSources(List.of(), "ingest-service says no: " + refused.why() + ".");
      case Answer.Away away -> new KnownSources(List.of(), away.why());
    };
  }

  /** Some of them. */
  public KnownSources only(Predicate<KnownSource> wanted) {
    return new KnownSources(sources.stream().filter(wanted).toList(), away);
  }
}
