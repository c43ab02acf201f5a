package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** Addresses of our own pages; names in them are a stranger's. */
final class Href {

  private Href() {}

  static String app(String app, @Nullable String environment) {
    return "/apps/"
        + encoded(app)
        + (environment == null ? "" : "?environment=" + encoded(environment));
  }

  /** The form that asks for silence about incidents of this class of an app, filled in. */
  static String silence(String app, String type) {
    return "/silences?app=" + encoded(app) + "&class=" + encoded(type) + "#ask";
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
