package io.stormdrain.local.classify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.local.transcript.PastedLog;
import io.stormdrain.local.transcript.RawLines;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a log file means. */
public final class Classification {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final List<Verdict> verdicts;
  private final Map<Long, String> texts;
  private final int lines;

  private Classification(List<Verdict> verdicts, Map<Long, String> texts, int lines) {
    this.verdicts = verdicts;
    this.texts = texts;
    this.lines = lines;
  }

  /**
   * Classifies a file.
   *
   * @param text buffered; closed by whoever opened it
   * @param app name to call the app by
   */
  public static Classification of(Reader text, String app) {
    return of(text, app, Shipped.classifier());
  }

  /**
   * The same with a classifier that is there already.
   *
   * @param classifier serves one thread
   */
  public static Classification of(Reader text, String app, Classifier classifier) {
    Offline offline = new Offline(app, classifier);
    List<String> raw = new ArrayList<>();
    new RawLines(text).forEachRemaining(raw::add);
    PastedLog.read(raw).forEach(offline::accept);
    List<Verdict> verdicts = Verdict.of(offline.end(), offline.rules(), app);
    Map<Long, String> texts = new HashMap<>();
    for (Verdict verdict : verdicts) {
      verdict.lines().forEach(number -> texts.put(number, raw.get((int) (number - 1))));
    }
    return new Classification(verdicts, texts, raw.size());
  }

  /** Whether there is anything to act on. */
  public boolean hasIncidents() {
    return verdicts.stream().anyMatch(Verdict::isIncident);
  }

  /** One JSON object per line. */
  public void writeJson(PrintStream out) throws IOException {
    for (Verdict verdict : verdicts) {
      out.println(JSON.writeValueAsString(verdict));
    }
  }

  /** For people. */
  public void writeText(PrintStream out) {
    new Report(out, texts).write(verdicts, lines);
  }
}
