package io.stormdrain.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stormdrain.ingest.registry.Registered;
import io.stormdrain.ingest.registry.RegisteredToken;
import io.stormdrain.ingest.source.Account;
import io.stormdrain.ingest.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source; no token is ever in it.
 *
 * @param places where it is written: file, registry, or both
 * @param secrets how many its platform may sign with
 * @param linesPerSecond that it may send for long; absent where it is the usual number
 * @param created when it was added to the registry
 * @param tokens of the registry, the newest first
 * @param lines what became of them, as the asked instance counts since it started
 * @param lastSeen when it last sent something
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceEntry(
    String id,
    String app,
    String platform,
    @Nullable String environment,
    @Nullable String team,
    @Nullable Integer linesPerSecond,
    List<String> places,
    int secrets,
    @Nullable Instant created,
    List<TokenEntry> tokens,
    LineCounts lines,
    @Nullable Instant lastSeen) {

  /** When a token was made, until when it is good, and when it was last shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TokenEntry(Instant created, @Nullable Instant expires, @Nullable Instant lastSeen) {

    static TokenEntry of(RegisteredToken token) {
      return new TokenEntry(token.created(), token.expires(), token.lastSeen());
    }
  }

  /** Lines that came, that never came, and that their sender was told to send again. */
  public record LineCounts(long received, long lost, long refused) {}

  static SourceEntry of(
      Source source, List<String> places, @Nullable Registered registered, Account account) {
    List<RegisteredToken> tokens = registered == null ? List.of() : registered.tokens();
    return new SourceEntry(
        source.id(),
        source.app(),
        source.platform().word(),
        source.environment(),
        source.team(),
        source.linesPerSecond(),
        places,
        source.secrets().size(),
        registered == null ? null : registered.created(),
        tokens.stream().map(TokenEntry::of).toList(),
        new LineCounts(account.received(), account.lost(), account.refused()),
        lastSeen(tokens, account));
  }

  private static @Nullable Instant lastSeen(List<RegisteredToken> tokens, Account account) {
    Stream<@Nullable Instant> elsewhere = tokens.stream().map(RegisteredToken::lastSeen);
    return Stream.concat(elsewhere, Stream.of(account).map(Account::lastSeen))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
