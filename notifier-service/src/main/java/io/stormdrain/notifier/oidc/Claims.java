package io.stormdrain.notifier.oidc;

import io.stormdrain.notifier.message.LogText;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token says of somebody, which was signed and meant for us.
 *
 * @param subject who it is, for good, whatever they are called: issuer and its own word for them
 * @param name that others know; empty when there is none
 */
public record Claims(String subject, String name, Set<String> groups) {

  private static final int LONGEST_NAME = 100;

  public Claims {
    groups = Set.copyOf(groups);
  }

  /** Reads a token. */
  public static Claims of(JsonWebToken token, String groupsClaim) {
    return new Claims(
        token.getIssuer() + " " + token.getSubject(),
        Stream.of("preferred_username", "email", "name")
            .map(claim -> text(token.getClaim(claim)))
            .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
            .findFirst()
            .orElse(""),
        texts(token.getClaim(groupsClaim)));
  }

  private static Set<String> texts(@Nullable Object claim) {
    Stream<?> each = claim instanceof Collection<?> many ? many.stream() : Stream.ofNullable(claim);
    return each.map(Claims::text).filter(text -> !text.isEmpty()).collect(Collectors.toSet());
  }

  private static String text(@Nullable Object claim) {
    Object plain = claim instanceof JsonString json ? json.getString() : claim;
    return plain instanceof String text ? LogText.line(Objects.requireNonNull(text)).strip() : "";
  }
}
