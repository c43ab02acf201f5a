package io.stormdrain.bench.scanner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.signature.CatalogueReader;
import io.stormdrain.analyzer.signature.Signature;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Signatures as people write them, made up: phrases of frameworks and platforms in trouble, 8 to 40
 * characters, in the same words that healthy lines use. The first of a larger set are those of a
 * smaller one.
 */
final class SignatureText {

  static final int SHORTEST = 8;
  static final int LONGEST = 40;

  private static final List<String> WHO =
      List.of(
          "connection",
          "request",
          "worker",
          "session",
          "payment",
          "database",
          "cache",
          "index",
          "upstream",
          "certificate",
          "migration",
          "template",
          "queue",
          "socket",
          "module",
          "user",
          "token",
          "schema",
          "bucket",
          "handshake",
          "replica",
          "lock",
          "webhook",
          "thread");

  private static final List<String> WHAT =
      List.of(
          "refused",
          "timed out",
          "not found",
          "was lost",
          "has expired",
          "is full",
          "is locked",
          "cannot be read",
          "already exists",
          "is not allowed",
          "exceeded its limit",
          "was denied",
          "failed to start",
          "has no route",
          "closed unexpectedly",
          "is unavailable");

  private static final List<String> CLASSES =
      List.of(
          "Database",
          "Network",
          "Parser",
          "Config",
          "Storage",
          "Render",
          "Socket",
          "Migration",
          "Access",
          "Module",
          "Memory",
          "Certificate",
          "Schema",
          "Session",
          "Template",
          "Import");

  private static final List<String> ENDS =
      List.of("Error: ", "Exception: ", "Timeout: ", "Failure: ", "Error", "Interrupt");

  private static final List<String> CODES = List.of("E", "ERR_", "ORA-", "PG", "AUTH-", "KFK");

  private final Random random = new Random(4711);

  /** So many different ones. */
  static Set<String> literals(int count) {
    SignatureText text = new SignatureText();
    Set<String> literals = new LinkedHashSet<>();
    while (literals.size() < count) {
      String literal = text.next();
      if (literal.length() >= SHORTEST && literal.length() <= LONGEST) {
        literals.add(literal);
      }
    }
    return literals;
  }

  /** The same as signatures, read as the catalogue's files are. */
  static List<Signature> signatures(int count) {
    StringBuilder yaml = new StringBuilder();
    int number = 0;
    for (String literal : literals(count)) {
      yaml.append(
          """
          - id: made-up-%d
            pattern: "%s"
            signal: trouble.seen
            subject: "trouble"
            matches: ["%s", "again: %s"]
            rejects: ["all is well"]
          """
              .formatted(number++, literal, literal, literal));
    }
    byte[] bytes = yaml.toString().getBytes(UTF_8);
    return new CatalogueReader()
        .read("made-up.yaml", new ByteArrayInputStream(bytes))
        .catalogue()
        .signatures();
  }

  private String next() {
    return switch (random.nextInt(4)) {
      case 0 -> one(WHO) + " " + one(WHAT);
      case 1 -> one(CLASSES) + one(CLASSES) + one(ENDS);
      case 2 -> one(CODES) + (1000 + random.nextInt(9000)) + ": " + one(WHO);
      default -> "the " + one(WHO) + " of the " + one(WHO) + " " + one(WHAT);
    };
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** As a name in the table. */
  static String name(int count) {
    return String.format(Locale.ROOT, "%,d signatures", count);
  }
}
