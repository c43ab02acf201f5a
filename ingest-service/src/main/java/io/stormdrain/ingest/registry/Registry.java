package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.registry.Change.Action;
import io.stormdrain.ingest.registry.RegistryException.Reason;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.source.TokenKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The registry of sources in PostgreSQL. Doors ask what was read of it; what is changed here is in
 * force here at once, and in the other instances when they look next.
 *
 * <pre>
 *   UNREAD --read--> IN_FORCE --database is away--> FROM_MEMORY
 *     |                  ^ ^------------- read ------------+
 *     +--copy--> FROM_COPY-+
 * </pre>
 */
public final class Registry implements Sources {
  /** How seldom it is written down when tokens were shown. */
  private static final Duration NOTED_EVERY = Duration.ofSeconds(10);

  private final @Nullable Shelf shelf;
  private final Runnable migration;
  private final InstantSource clock;

  private boolean migrated;
  private long version = -1;
  private Instant noted = Instant.EPOCH;
  private volatile RegistryState state;
  private volatile String trouble = "";

  private Registry(@Nullable Shelf shelf, Runnable migration, InstantSource clock) {
    this.shelf = shelf;
    this.migration = migration;
    this.clock = clock;
    this.state = shelf == null ? RegistryState.OFF : RegistryState.UNREAD;
  }

  /** Of no database: there are no sources, and none can be added. */
  public static Registry off() {
    return new Registry(null, () -> {}, InstantSource.system());
  }

  /**
   * Not read yet.
   *
   * @param key of the tokens' hashes
   * @param migration brings the tables up to date; fails while the database is away
   * @param copy file that keeps what was read, for the next start; null for none
   */
  public static Registry of(
      DataSource database,
      TokenKey key,
      Runnable migration,
      @Nullable Path copy,
      InstantSource clock) {
    Shelf shelf =
        new Shelf(
            new Register(new Tables(database), key),
            new Remembered(key, clock),
            key,
            copy == null ? null : new RegistryCopy(copy, key));
    return new Registry(shelf, migration, clock);
  }

  @Override
  public @Nullable Source owning(SourceToken shown) {
    return shelf == null ? null : shelf.remembered().owning(shown);
  }

  @Override
  public Collection<Source> all() {
    return shelf == null ? List.of() : shelf.remembered().all();
  }

  @Override
  public boolean isWhole() {
    return shelf == null || shelf.remembered().isWhole();
  }

  /** There is none. */
  public boolean isOff() {
    return shelf == null;
  }

  /** How it stands. */
  public RegistryState state() {
    return state;
  }

  /** Why it is not in force; empty when it is. */
  public String trouble() {
    return trouble;
  }

  /** What is known of it, by id. */
  public List<Registered> registered() {
    return shelf == null ? List.of() : shelf.remembered().registered();
  }

  /**
   * Looks whether it has changed, and writes down which tokens were shown. Never fails: what is
   * wrong, {@link #trouble} says.
   *
   * @return whether its sources are others than before
   */
  public synchronized boolean look() {
    if (shelf == null) {
      return false;
    }
    try {
      boolean changed = read(shelf);
      note(shelf);
      state = RegistryState.IN_FORCE;
      trouble = "";
      return changed;
    } catch (RuntimeException e) {
      // Whatever it is, the doors stay open; the database may be away, old, or not ours.
      trouble = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason");
      return goesOn(shelf);
    }
  }

  /** Without its database; returns whether that has brought sources. */
  private boolean goesOn(Shelf of) {
    if (isWhole()) {
      state = version < 0 ? RegistryState.FROM_COPY : RegistryState.FROM_MEMORY;
      return false;
    }
    boolean copied = of.takeCopy();
    state = copied ? RegistryState.FROM_COPY : RegistryState.UNREAD;
    return copied;
  }

  private boolean read(Shelf of) {
    if (!migrated) {
      migration.run();
      migrated = true;
    }
    long now = of.register().version();
    if (now == version) {
      return false;
    }
    of.take();
    version = now;
    return true;
  }

  private void note(Shelf of) {
    Instant now = clock.instant();
    if (Duration.between(noted, now).compareTo(NOTED_EVERY) >= 0) {
      of.register().note(of.remembered().takeSeen());
      noted = now;
    }
  }

  /**
   * Adds a source.
   *
   * @param secrets that it signs with, as its platform shows them
   * @param tokens one or two, the newest first
   * @param expires from when on none of the tokens is accepted; null for never
   * @param origin who asks for it
   */
  public synchronized void add(
      Source source,
      List<String> secrets,
      List<SourceToken> tokens,
      @Nullable Instant expires,
      String origin) {
    Shelf open = open();
    Instant now = now();
    List<RegisteredToken> kept = new ArrayList<>();
    for (SourceToken token : tokens) {
      // The order of two is that of their times.
      Instant created = now.minusMillis(kept.size());
      kept.add(RegisteredToken.of(open.key().hash(token), created, expires));
    }
    open.register()
        .add(
            new Registered(source, now, kept),
            secrets,
            new Change(Action.ADDED, source.id(), origin));
    look();
  }

  /**
   * Gives a source a new token.
   *
   * @param keep how long the one before stays valid beside it
   * @return until when it does
   */
  public synchronized Instant rotate(String id, SourceToken token, Duration keep, String origin) {
    Shelf open = open();
    Instant now = now();
    Instant until = now.plus(keep);
    RegisteredToken added = RegisteredToken.of(open.key().hash(token), now, null);
    open.register().rotate(added, until, new Change(Action.ROTATED, id, origin));
    look();
    return until;
  }

  /** Takes back all tokens of a source but the newest. */
  public synchronized void settle(String id, String origin) {
    open().register().settle(new Change(Action.SETTLED, id, origin), now());
    look();
  }

  /** Takes a source away: what it sends is refused from then on. */
  public synchronized void remove(String id, String origin) {
    open().register().remove(new Change(Action.REMOVED, id, origin), now());
    look();
  }

  /** As precise as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Shelf open() {
    if (shelf == null) {
      throw new RegistryException(
          Reason.OFF,
          "there is no registry: QUARKUS_DATASOURCE_JDBC_URL and STORMDRAIN_TOKEN_KEY are needed");
    }
    if (!migrated) {
      look();
    }
    if (!migrated) {
      throw new RegistryException(Reason.AWAY, trouble);
    }
    return shelf;
  }
}
