package io.stormdrain.ingest.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sources of several places as one; the first place that accepts a token has the source. */
public record AllSources(List<Sources> places) implements Sources {

  /** Copies the list. */
  public AllSources {
    places = List.copyOf(places);
  }

  @Override
  public @Nullable Source owning(SourceToken shown) {
    for (Sources place : places) {
      Source source = place.owning(shown);
      if (source != null) {
        return source;
      }
    }
    return null;
  }

  @Override
  public Collection<Source> all() {
    Map<String, Source> byId = new LinkedHashMap<>();
    places.forEach(place -> place.all().forEach(source -> byId.putIfAbsent(source.id(), source)));
    return byId.values();
  }

  @Override
  public boolean isWhole() {
    return places.stream().allMatch(Sources::isWhole);
  }
}
