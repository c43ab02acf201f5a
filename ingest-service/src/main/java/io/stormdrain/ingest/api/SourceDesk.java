package io.stormdrain.ingest.api;

import io.stormdrain.ingest.registry.Registered;
import io.stormdrain.ingest.registry.Registry;
import io.stormdrain.ingest.source.Account;
import io.stormdrain.ingest.source.Drift;
import io.stormdrain.ingest.source.FileSources;
import io.stormdrain.ingest.source.FreshToken;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does what the API is asked for; each change leaves a line in the log and one in the audit. */
@Singleton
class SourceDesk {
  private static final Logger LOG = Logger.getLogger(SourceDesk.class);
  private static final Duration LONGEST_KEEP = Duration.ofDays(90);

  private final FileSources file;
  private final Registry registry;
  private final Account.Keeper accounts;

  SourceDesk(FileSources file, Registry registry, Account.Keeper accounts) {
    this.file = file;
    this.registry = registry;
    this.accounts = accounts;
  }

  /** How the registry stands. */
  String registry() {
    return registry.state().word();
  }

  /** What is known of all, by id. */
  SortedMap<String, SourceEntry> all() {
    SortedMap<String, SourceEntry> entries = new TreeMap<>();
    Map<String, Source> written = new TreeMap<>();
    file.all().forEach(source -> written.put(source.id(), source));
    for (Registered registered : registry.registered()) {
      Source source = registered.source();
      boolean both = written.remove(source.id()) != null;
      List<String> places = both ? List.of("file", "registry") : List.of("registry");
      entries.put(source.id(), entry(source, places, registered));
    }
    written
        .values()
        .forEach(source -> entries.put(source.id(), entry(source, List.of("file"), null)));
    return entries;
  }

  private SourceEntry entry(Source source, List<String> places, @Nullable Registered registered) {
    return SourceEntry.of(source, places, registered, accounts.account(source.id()));
  }

  NewToken add(SourceRequest request, String origin) {
    try {
      Source source = request.source();
      List<SourceToken> tokens = new ArrayList<>(request.given());
      FreshToken fresh = tokens.isEmpty() ? FreshToken.random() : null;
      if (fresh != null) {
        tokens.add(fresh.token());
      }
      registry.add(source, request.signing(), tokens, request.expires(), origin);
      done("added", source.id(), origin);
      return new NewToken(source.id(), fresh == null ? null : fresh.reveal(), null);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(String.valueOf(e.getMessage()));
    }
  }

  NewToken rotate(String id, Duration keep, String origin) {
    if (keep.isNegative() || keep.compareTo(LONGEST_KEEP) > 0) {
      throw new BadRequestException("keep is %s: PT0S to P90D".formatted(keep));
    }
    requireRegistered(id);
    FreshToken fresh = FreshToken.random();
    Instant before = registry.rotate(id, fresh.token(), keep, origin);
    done("rotated", id, origin);
    return new NewToken(id, fresh.reveal(), before);
  }

  void settle(String id, String origin) {
    requireRegistered(id);
    registry.settle(id, origin);
    done("settled", id, origin);
  }

  void remove(String id, String origin) {
    requireRegistered(id);
    registry.remove(id, origin);
    done("removed", id, origin);
  }

  /** People look for it where it is. */
  private void requireRegistered(String id) {
    boolean registered =
        registry.registered().stream().anyMatch(known -> known.source().id().equals(id));
    if (!registered && file.all().stream().anyMatch(source -> source.id().equals(id))) {
      throw new BadRequestException(
          "source '%s' stands in the file of sources: change it there".formatted(id));
    }
  }

  List<Drift> drift() {
    Collection<Source> held = registry.registered().stream().map(Registered::source).toList();
    if (!registry.isWhole()) {
      throw new BadRequestException("the registry was not read yet: " + registry.trouble());
    }
    return Drift.between(file.all(), held);
  }

  private static void done(String action, String source, String origin) {
    LOG.infof("audit action=%s source=%s origin=%s", action, source, origin);
  }
}
