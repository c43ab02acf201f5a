package io.stormdrain.bench.traffic;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the gaps of a phrase, as {@code job {n} finished in {ms}ms}, by the roll of a die. */
final class Speech {

  private static final Pattern GAP =
      Pattern.compile("\\{(n|ms|hex|uuid|ip|path|word|user|status)}");

  private static final List<String> PATHS =
      List.of(
          "/",
          "/health",
          "/api/orders",
          "/api/orders/48213",
          "/api/customers/search?q=blue+shoes&page=2",
          "/assets/application-3f9a.js",
          "/errors.js?failed=0",
          "/login",
          "/webhooks/payment",
          "/crash-course/lesson/7",
          "/cart/items",
          "/static/img/logo.svg");

  private static final List<String> WORDS =
      List.of(
          "invoice",
          "customer",
          "thumbnail",
          "newsletter",
          "payment",
          "search-index",
          "report",
          "shipment",
          "session",
          "inventory",
          "digest",
          "webhook");

  private static final List<String> USERS =
      List.of("maria", "jonas", "li.wei", "sofia", "ahmed", "chidi", "yuki", "olga");

  private static final List<String> STATUSES =
      List.of("200", "200", "200", "200", "201", "204", "302", "304", "404");

  private final Random random;

  Speech(Random random) {
    this.random = random;
  }

  /** One of these. */
  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** The phrase with its gaps filled. */
  String said(String phrase) {
    Matcher gap = GAP.matcher(phrase);
    StringBuilder text = new StringBuilder();
    while (gap.find()) {
      gap.appendReplacement(text, Matcher.quoteReplacement(filling(gap.group(1))));
    }
    return gap.appendTail(text).toString();
  }

  private String filling(String gap) {
    return switch (gap) {
      case "n" -> Integer.toString(random.nextInt(100_000));
      case "ms" -> Integer.toString(1 + random.nextInt(random.nextInt(8) == 0 ? 2_000 : 90));
      case "hex" -> hex(8);
      case "uuid" -> String.join("-", hex(8), hex(4), hex(4), hex(4), hex(12));
      case "ip" -> "203.0.113." + random.nextInt(256);
      case "path" -> one(PATHS);
      case "word" -> one(WORDS);
      case "user" -> one(USERS);
      case "status" -> one(STATUSES);
      default -> throw new IllegalArgumentException(gap);
    };
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }
}
