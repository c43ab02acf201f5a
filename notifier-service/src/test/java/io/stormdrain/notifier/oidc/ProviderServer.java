package io.stormdrain.notifier.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider of OpenID Connect over HTTP: discovery, keys, the code flow with PKCE, ID tokens
 * signed with RS256. Whoever is sent to it is {@link #somebody} at once. It takes no request that
 * the standard would have it refuse.
 */
public final class ProviderServer {

  static final String CLIENT = "stormdrain";
  static final String SECRET = "between-you-and-me";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer http;
  private final SigningKey key = new SigningKey();
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

  /** What the token says of whoever comes next. */
  public volatile Map<String, Object> somebody = Map.of("sub", "1");

  /** What is put over the claims that make a token ours. */
  volatile Map<String, Object> forged = Map.of();

  /** Who signs. */
  volatile SigningKey signer = key;

  /** Whether whoever comes says no. */
  volatile boolean declines;

  /** Whether it hangs up on who brings a code. */
  volatile boolean broken;

  ProviderServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/.well-known/openid-configuration", at -> answer(at, described()));
    http.createContext("/keys", at -> answer(at, Map.of("keys", List.of(key.described()))));
    http.createContext("/authorize", this::authorize);
    http.createContext("/token", this::token);
    http.start();
  }

  /** Whose signature counts. */
  SigningKey key() {
    return key;
  }

  String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  void stop() {
    http.stop(0);
  }

  private Map<String, Object> described() {
    return Map.of(
        "issuer",
        issuer(),
        "authorization_endpoint",
        issuer() + "/authorize",
        "token_endpoint",
        issuer() + "/token",
        "jwks_uri",
        issuer() + "/keys",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"),
        "code_challenge_methods_supported",
        List.of("S256"));
  }

  private void authorize(HttpExchange at) throws IOException {
    Map<String, String> asked = parameters(at.getRequestURI().getRawQuery());
    boolean valid =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"))
            && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid");
    if (!valid) {
      at.sendResponseHeaders(400, -1);
      at.close();
      return;
    }
    String code = "code-" + codes.size();
    codes.put(code, asked);
    at.getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri")
                + (declines ? "?error=access_denied" : "?code=" + code)
                + "&state="
                + asked.get("state"));
    at.sendResponseHeaders(302, -1);
    at.close();
  }

  private void token(HttpExchange at) throws IOException {
    Map<String, String> asked = parameters(new String(at.getRequestBody().readAllBytes(), UTF_8));
    Map<String, String> begun =
        Objects.requireNonNullElse(codes.remove(asked.getOrDefault("code", "")), Map.of());
    String basic =
        "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    boolean valid =
        basic.equals(at.getRequestHeaders().getFirst("Authorization"))
            && "authorization_code".equals(asked.get("grant_type"))
            && asked.getOrDefault("redirect_uri", "").equals(begun.get("redirect_uri"))
            && SigningKey.sha256(asked.getOrDefault("code_verifier", ""))
                .equals(begun.get("code_challenge"));
    if (broken) {
      at.close();
      return;
    }
    if (!valid) {
      at.sendResponseHeaders(400, -1);
      at.close();
      return;
    }
    answer(
        at,
        Map.of(
            "access_token",
            "opaque",
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            signer.sign(claims(begun.getOrDefault("nonce", "")))));
  }

  private Map<String, Object> claims(String nonce) {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> ours =
        Map.of("iss", issuer(), "aud", CLIENT, "iat", now, "exp", now + 300, "nonce", nonce);
    return Stream.of(ours, somebody, forged)
        .flatMap(part -> part.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (old, over) -> over));
  }

  private void answer(HttpExchange at, Map<String, ?> body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    at.getResponseHeaders().add("Content-Type", "application/json");
    at.sendResponseHeaders(200, bytes.length);
    at.getResponseBody().write(bytes);
    at.close();
  }

  private static Map<String, String> parameters(String encoded) {
    return Stream.of(encoded.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }
}
