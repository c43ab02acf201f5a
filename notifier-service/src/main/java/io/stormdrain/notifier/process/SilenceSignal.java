package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.vitals.Voices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * That somebody was heard, and is expected to be heard again: signal {@code app.heard} of a whole
 * app, {@code process.heard} of a type of its processes, the subject. Capture {@code silence}:
 * after how many seconds it would be unheard of; none when nobody can say.
 */
final class SilenceSignal {

  private static final String APP = "app.heard";
  private static final String PROCESS = "process.heard";

  private SilenceSignal() {}

  static Signal of(Voices.Word word, Vitals latest) {
    Map<String, Object> captures = new LinkedHashMap<>();
    if (word.silence() != null) {
      captures.put("silence", word.silence().toSeconds());
      captures.put("silence-in-words", inWords(word.silence().toSeconds()));
    }
    return new Signal(
        latest.from() + "/heard/" + Objects.requireNonNullElse(word.type(), "app"),
        word.type() == null ? APP : PROCESS,
        latest.source(),
        latest.app(),
        latest.platform(),
        latest.environment(),
        null,
        null,
        latest.from(),
        word.type(),
        captures,
        List.of(),
        null);
  }

  private static String inWords(long seconds) {
    return seconds < 120
        ? seconds + " seconds"
        : seconds < 7_200 ? seconds / 60 + " minutes" : seconds / 3_600 + " hours";
  }
}
