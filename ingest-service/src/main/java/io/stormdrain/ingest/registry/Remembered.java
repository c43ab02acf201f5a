package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.source.TokenHash;
import io.stormdrain.ingest.source.TokenKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the registry, for the doors: they ask it with every request, so it answers from
 * memory, whatever has become of the database.
 */
final class Remembered implements Sources {

  private record Owned(RegisteredToken token, Source source) {}

  private record Read(List<Registered> all, Map<Long, Owned> byFingerprint) {}

  private final TokenKey key;
  private final InstantSource clock;
  private final Map<Long, Instant> seen = new ConcurrentHashMap<>();
  private volatile @Nullable Read read;

  Remembered(TokenKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /** From now on these are the sources. */
  void take(List<Registered> all) {
    Map<Long, Owned> byFingerprint = new HashMap<>();
    for (Registered registered : all) {
      for (RegisteredToken token : registered.tokens()) {
        byFingerprint.put(token.hash().fingerprint(), new Owned(token, registered.source()));
      }
    }
    read = new Read(List.copyOf(all), byFingerprint);
  }

  @Override
  public @Nullable Source owning(SourceToken shown) {
    Read known = read;
    if (known == null || known.byFingerprint().isEmpty()) {
      return null;
    }
    TokenHash hash = key.hash(shown);
    Owned candidate = known.byFingerprint().get(hash.fingerprint());
    Instant now = clock.instant();
    if (candidate == null
        || !candidate.token().hash().matches(hash)
        || candidate.token().isExpired(now)) {
      return null;
    }
    seen.put(hash.fingerprint(), now);
    return candidate.source();
  }

  @Override
  public Collection<Source> all() {
    return registered().stream().map(Registered::source).toList();
  }

  /** As the registry has them, by id. */
  List<Registered> registered() {
    Read known = read;
    return known == null ? List.of() : known.all();
  }

  @Override
  public boolean isWhole() {
    return read != null;
  }

  /** Tokens that were shown here since this was asked last, and when. */
  Map<TokenHash, Instant> takeSeen() {
    Read known = read;
    Map<TokenHash, Instant> taken = new HashMap<>();
    for (Long fingerprint : new ArrayList<>(seen.keySet())) {
      Instant at = seen.remove(fingerprint);
      Owned owned = known == null ? null : known.byFingerprint().get(fingerprint);
      if (at != null && owned != null) {
        taken.put(owned.token().hash(), at);
      }
    }
    return taken;
  }
}
