package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import io.stormdrain.ingest.source.Sources;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a request shows, wherever its sender was able to put one: as password, as bearer
 * token, at the end of the path, or in the query.
 */
record Credentials(List<SourceToken> shown) {
  private static final String BASIC = "Basic ";

  /** Those of OpenTelemetry and most others, of Splunk, of Elasticsearch, and of some more. */
  private static final List<String> SCHEMES = List.of("Bearer ", "Splunk ", "ApiKey ", "Token ");

  private static final String PARAMETER = "token=";

  /** Who the request is from, or why that is not known. */
  sealed interface Identity {
    record Known(Source source) implements Identity {}

    record Stranger(Answer answer) implements Identity {}
  }

  /**
   * From the parts of a request.
   *
   * @param authorization the header
   * @param key the header for an API key that Datadog's senders have
   * @param segment what follows the door's own path
   * @param query without its question mark
   */
  static Credentials of(
      @Nullable String authorization,
      @Nullable String key,
      @Nullable String segment,
      @Nullable String query) {
    List<SourceToken> shown = new ArrayList<>(1);
    addAuthorization(shown, authorization);
    add(shown, key);
    add(shown, segment);
    add(shown, inQuery(query));
    return new Credentials(shown);
  }

  Identity identity(Sources sources) {
    for (SourceToken token : shown) {
      Source source = sources.owning(token);
      if (source != null) {
        return new Identity.Known(source);
      }
    }
    if (shown.isEmpty()) {
      return new Identity.Stranger(Answer.NO_TOKEN);
    }
    return new Identity.Stranger(sources.isWhole() ? Answer.UNKNOWN_TOKEN : Answer.UNREAD_SOURCES);
  }

  private static void add(List<SourceToken> shown, @Nullable String token) {
    if (token != null && !token.isEmpty()) {
      shown.add(SourceToken.shown(token));
    }
  }

  private static void addAuthorization(List<SourceToken> shown, @Nullable String header) {
    if (header == null) {
      return;
    }
    for (String scheme : SCHEMES) {
      if (header.regionMatches(true, 0, scheme, 0, scheme.length())) {
        String token = header.substring(scheme.length()).strip();
        add(shown, token);
        // Northflank encodes what it is given; an API key of Elasticsearch is an encoded pair.
        add(shown, password(token));
      }
    }
    if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      add(shown, password(header.substring(BASIC.length()).strip()));
    }
  }

  /** Of {@code https://:TOKEN@host/} Logplex sends the token as user, with an empty password. */
  private static @Nullable String password(String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
    int colon = pair.indexOf(':');
    String password = pair.substring(colon + 1);
    return password.isEmpty() ? pair.substring(0, Math.max(0, colon)) : password;
  }

  private static @Nullable String inQuery(@Nullable String query) {
    if (query == null) {
      return null;
    }
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith(PARAMETER)) {
        return decoded(parameter.substring(PARAMETER.length()));
      }
    }
    return null;
  }

  private static @Nullable String decoded(String value) {
    try {
      return value.indexOf('%') < 0 ? value : URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
