package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.remedy.Phrase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A signature is its samples' promise: what must match does, what must not does not. */
final class Samples {

  private Samples() {}

  /** Throws IllegalArgumentException that names the first sample that fails. */
  static void check(Signature signature) {
    for (Signature.Sample sample : signature.matches()) {
      Map<String, Object> captures = match(signature, sample.line());
      if (captures == null) {
        throw new IllegalArgumentException("sample is not matched: " + sample.line());
      }
      String wanted = sample.subject();
      if (wanted != null && !wanted.equals(subject(signature, captures))) {
        throw new IllegalArgumentException(
            "subject is '"
                + subject(signature, captures)
                + "', expected '"
                + wanted
                + "': "
                + sample.line());
      }
    }
    for (String line : signature.rejects()) {
      if (match(signature, line) != null) {
        throw new IllegalArgumentException("sample must not match: " + line);
      }
    }
  }

  private static @Nullable Map<String, Object> match(Signature signature, String line) {
    return signature.match(new LineText(line.getBytes(UTF_8)));
  }

  private static @Nullable String subject(Signature signature, Map<String, Object> captures) {
    Map<String, Object> values = new LinkedHashMap<>(captures);
    values.putIfAbsent("process", "web.1");
    values.putIfAbsent("app", "shop");
    return Phrase.first(signature.subject().stream().map(Phrase::of).toList(), values);
  }
}
