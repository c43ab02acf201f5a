package io.stormdrain.notifier.threshold;

import java.util.Locale;

/** How bad it is. In the order of the constants, the later the worse. */
public enum Severity {
  /** For the record; never told. */
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The word people read: {@code critical}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The worse of two. */
  public Severity worse(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether this is worse. */
  public boolean isWorseThan(Severity other) {
    return compareTo(other) > 0;
  }
}
