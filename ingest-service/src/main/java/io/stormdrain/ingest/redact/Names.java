package io.stormdrain.ingest.redact;

import io.stormdrain.ingest.redact.NamedValue.Trust;
import java.util.List;
import java.util.stream.Stream;

/** What people call their secrets. */
final class Names {
  private Names() {}

  static List<Rule> rules() {
    return Stream.of(passwords(), secrets(), keys(), signatures()).flatMap(List::stream).toList();
  }

  private static List<Rule> passwords() {
    return Stream.of("password", "passwd", "passphrase", "pwd[=:\"' \\]", "pass[=:\"'\\]")
        .<Rule>map(name -> new NamedValue(Anchor.ignoringCase(name), Trust.PASSWORD))
        .toList();
  }

  private static List<Rule> secrets() {
    return Stream.of("secret", "token", "credential")
        .<Rule>map(name -> new NamedValue(Anchor.ignoringCase(name), Trust.SECRET))
        .toList();
  }

  /** Not every key: those of caches, tables and queues are no secrets. */
  private static List<Rule> keys() {
    return Stream.of(
            "api",
            "access",
            "account",
            "private",
            "master",
            "encryption",
            "signing",
            "license",
            "auth",
            "app",
            "session",
            "deploy",
            "shared",
            "cipher",
            "service",
            "secret",
            "role",
            "storage",
            "subscription",
            "webhook",
            "integration")
        .flatMap(of -> Stream.of(of + "key", of + "[_-]key"))
        .<Rule>map(name -> new NamedValue(Anchor.ignoringCase(name), Trust.SECRET))
        .toList();
  }

  /** Of URLs that let in who has them. */
  private static List<Rule> signatures() {
    return Stream.of("[?&;]sig=", "x-amz-signature=", "x-goog-signature=")
        .<Rule>map(name -> new NamedValue(Anchor.ignoringCase(name), Trust.SIGNATURE))
        .toList();
  }
}
