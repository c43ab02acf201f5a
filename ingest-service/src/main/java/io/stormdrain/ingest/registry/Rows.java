package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.SigningSecret;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.TokenHash;
import io.stormdrain.ingest.source.TokenKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry as its tables hold it, in text: hashes of tokens, and secrets that are sealed.
 *
 * @param sources by id
 * @param tokens the newest first
 * @param secrets in the order of their sources
 */
record Rows(List<OfSource> sources, List<OfToken> tokens, List<OfSecret> secrets) {

  /** A row of table {@code source}. */
  record OfSource(
      String id,
      String app,
      String platform,
      @Nullable String environment,
      @Nullable String team,
      @Nullable Integer linesPerSecond,
      String created) {}

  /** A row of table {@code source_token}. */
  record OfToken(
      String source,
      String hash,
      String created,
      @Nullable String expires,
      @Nullable String lastSeen) {

    RegisteredToken token() {
      return new RegisteredToken(
          TokenHash.of(HexFormat.of().parseHex(hash)),
          Instant.parse(created),
          time(expires),
          time(lastSeen));
    }
  }

  /** A row of table {@code source_secret}. */
  record OfSecret(String source, String sealed) {}

  Rows {
    sources = List.copyOf(sources);
    tokens = List.copyOf(tokens);
    secrets = List.copyOf(secrets);
  }

  /** All sources, by id. */
  List<Registered> registered(TokenKey key) {
    return sources.stream().map(row -> registered(row, key)).toList();
  }

  private Registered registered(OfSource row, TokenKey key) {
    Source source =
        new Source(
            row.id(),
            row.app(),
            Platform.named(row.platform()),
            row.environment(),
            row.team(),
            row.linesPerSecond(),
            secrets.stream()
                .filter(secret -> secret.source().equals(row.id()))
                .map(secret -> key.open(HexFormat.of().parseHex(secret.sealed()), row.id()))
                .map(SigningSecret::of)
                .toList());
    return new Registered(
        source,
        Instant.parse(row.created()),
        tokens.stream()
            .filter(token -> token.source().equals(row.id()))
            .map(OfToken::token)
            .toList());
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
