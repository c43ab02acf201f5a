package io.stormdrain.ingest.redact;

import java.util.ArrayList;
import java.util.List;

/**
 * Knows what secrets look like, and takes them out of lines. What stands around them stays, so that
 * the line still tells what went wrong: {@code postgres://user:[redacted]@host/db}.
 *
 * <p>A line without a secret costs one pass over its bytes and nothing else.
 */
public final class Redactor {
  /** Longest line; what grows beyond it by its marks is cut. */
  private static final int MAX_BYTES = 65_536;

  private final Windows windows;
  private final boolean emails;
  private final boolean addresses;

  /**
   * Looks for secrets in any case.
   *
   * @param emails for mail addresses too, of which the domain stays
   * @param addresses for public IP addresses too
   */
  public Redactor(boolean emails, boolean addresses) {
    this.emails = emails;
    this.addresses = addresses;
    this.windows = new Windows(rules());
  }

  static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(Vendors.rules());
    rules.add(new UrlPassword());
    rules.add(new NetworkPassword());
    rules.add(new Authorization());
    rules.add(new Jwt());
    rules.add(new PrivateKey());
    rules.addAll(Names.rules());
    return rules;
  }

  /** What one thread redacts with, line by line. */
  public Redaction begin() {
    return new Redaction(this);
  }

  void find(byte[] line, Hits hits) {
    windows.find(line, hits);
    if (emails) {
      Emails.find(line, hits);
    }
    if (addresses) {
      Addresses.find(line, hits);
    }
  }

  byte[] without(byte[] line, Hits hits) {
    return hits.takenFrom(line, MAX_BYTES);
  }
}
