package io.stormdrain.ingest.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sources that do not change. */
final class SourceSet implements Sources {
  /** Two, so that a token can be exchanged without losing a frame. */
  static final int MOST_TOKENS = 2;

  private record Owned(SourceToken token, Source source) {}

  private final Map<String, Source> byId = new LinkedHashMap<>();
  private final Map<Long, Owned> byFingerprint = new HashMap<>();

  /** Refuses a second source of one id, and a token that another source has. */
  void add(Source source, List<SourceToken> tokens) {
    if (tokens.isEmpty() || tokens.size() > MOST_TOKENS) {
      throw new IllegalArgumentException(
          "tokens: %d of source '%s', 1 or 2 are needed".formatted(tokens.size(), source.id()));
    }
    if (byId.putIfAbsent(source.id(), source) != null) {
      throw new IllegalArgumentException("id '" + source.id() + "' is there twice");
    }
    for (SourceToken token : tokens) {
      Owned other = byFingerprint.put(token.fingerprint(), new Owned(token, source));
      if (other != null) {
        throw new IllegalArgumentException(
            "a token of source '%s' is also one of source '%s'"
                .formatted(source.id(), other.source().id()));
      }
    }
  }

  @Override
  public @Nullable Source owning(SourceToken shown) {
    Owned candidate = byFingerprint.get(shown.fingerprint());
    return candidate != null && candidate.token().matches(shown) ? candidate.source() : null;
  }

  @Override
  public Collection<Source> all() {
    return byId.values();
  }
}
