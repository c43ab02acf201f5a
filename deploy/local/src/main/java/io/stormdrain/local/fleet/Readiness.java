package io.stormdrain.local.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Asks a service whether it is ready.
 *
 * @param address of its readiness check
 */
record Readiness(URI address) {

  private static final int LIMIT_MS = 2_000;
  private static final int OK = 200;
  private static final int MAX_BODY = 64 * 1024;
  private static final Pattern DOWN =
      Pattern.compile("\"name\"\\s*:\\s*\"([^\"]{1,100})\"\\s*,\\s*\"status\"\\s*:\\s*\"DOWN\"");

  static Readiness of(int port) {
    return new Readiness(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
  }

  /** Empty when it is ready; otherwise the reason for people. */
  String reason() {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(LIMIT_MS);
      connection.setReadTimeout(LIMIT_MS);
      if (connection.getResponseCode() == OK) {
        connection.disconnect();
        return "";
      }
      try (InputStream body = connection.getErrorStream()) {
        return reason(body == null ? "" : text(body));
      }
    } catch (IOException e) {
      return "no answer yet";
    }
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
  }

  static String reason(String body) {
    List<String> down = DOWN.matcher(body).results().map((MatchResult m) -> m.group(1)).toList();
    return down.isEmpty() ? "not ready" : "down: " + String.join(", ", down);
  }
}
