package io.stormdrain.analyzer.stream;

import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The headers that all lines of a process share, read once. They stand in front of those that
 * differ from line to line, in an order that does not change. Kafka's client makes a new string of
 * a header's name whenever it is asked for, which would be the dearest part of reading a healthy
 * line: so values that an app's record had before, in the same places, are not asked for their
 * names again.
 */
final class KnownHeaders {

  private static final int SLOTS = 4096;

  /** A process speaks with a few severities, for itself and through its platform. */
  private static final int PROBES = 4;

  /**
   * What the first headers of a record said.
   *
   * @param key of the record
   * @param values of these headers
   */
  private record Known(byte[] key, byte[][] values, LineHeaders said) {
    boolean is(byte[] otherKey, Header[] headers) {
      if (headers.length < values.length || !Arrays.equals(key, otherKey)) {
        return false;
      }
      for (int i = 0; i < values.length; i++) {
        if (!Arrays.equals(values[i], headers[i].value())) {
          return false;
        }
      }
      return true;
    }
  }

  private final Words words;
  private final @Nullable Known[] known = new @Nullable Known[SLOTS];
  private int replaced;

  KnownHeaders(Words words) {
    this.words = words;
  }

  /** What this record's headers say. */
  LineHeaders read(byte[] key, Header[] headers) {
    int slot = slot(key, headers);
    Known found = find(slot, key, headers);
    if (found == null) {
      found = learn(key, headers);
      known[(slot + replaced++ % PROBES) & (SLOTS - 1)] = found;
    }
    LineHeaders said = new LineHeaders(found.said());
    for (int i = found.values().length; i < headers.length; i++) {
      byte[] value = headers[i].value();
      if (value != null) {
        said.take(headers[i].key(), value, words);
      }
    }
    return said;
  }

  private @Nullable Known find(int slot, byte[] key, Header[] headers) {
    for (int i = 0; i < PROBES; i++) {
      Known candidate = known[(slot + i) & (SLOTS - 1)];
      if (candidate != null && candidate.is(key, headers)) {
        return candidate;
      }
    }
    return null;
  }

  private Known learn(byte[] key, Header[] headers) {
    LineHeaders said = new LineHeaders(words.of(key));
    int count = 0;
    while (count < headers.length
        && headers[count].value() != null
        && LineHeaders.isShared(headers[count].key())) {
      said.take(headers[count].key(), headers[count].value(), words);
      count++;
    }
    byte[][] values = new byte[count][];
    Arrays.setAll(values, i -> headers[i].value());
    return new Known(key, values, said);
  }

  /** By app and, where the contract puts it, process. */
  private static int slot(byte[] key, Header[] headers) {
    int hash = Arrays.hashCode(key);
    if (headers.length > 1) {
      hash = 31 * hash + Arrays.hashCode(headers[1].value());
    }
    return (hash * 0x9E3779B1) >>> 20;
  }
}
