package io.stormdrain.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the figures were measured on, and how busy it was with other things. */
final class Machine {

  private final double loadBefore = load();

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** To be asked at the end. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s, load average %.1f before and %.1f after, JDK %s (%s)",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        loadBefore,
        load(),
        Runtime.version(),
        System.getProperty("java.vendor"));
  }
}
