package io.stormdrain.local.classify;

import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signal.SignalJson;
import io.stormdrain.analyzer.vitals.Vitals;
import io.stormdrain.notifier.signal.StoryEntry;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the analyzer says as the notifier hears it: through the bytes of topic {@code signals}. */
public final class Wire {

  private Wire() {}

  /** A signal. */
  public static StoryEntry of(Signal signal) {
    return read("signal", SignalJson.write(signal));
  }

  /** Counts. */
  public static StoryEntry of(Vitals vitals) {
    return read("vitals", SignalJson.write(vitals));
  }

  private static StoryEntry read(String kind, byte[] value) {
    try {
      return io.stormdrain.notifier.signal.SignalJson.read(kind, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
