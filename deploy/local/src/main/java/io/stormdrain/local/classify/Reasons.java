package io.stormdrain.local.classify;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.Explanation;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.local.transcript.PastedLog;
import io.stormdrain.local.transcript.RawLines;
import io.stormdrain.local.transcript.TranscriptLine;
import java.io.PrintWriter;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a line of a log is understood as it is. */
public final class Reasons {

  private final List<String> texts = new ArrayList<>();
  private final List<Explanation> explanations = new ArrayList<>();
  private final List<Signal> told = new ArrayList<>();

  private Reasons() {}

  /**
   * Reads a log up to its end, since a stack trace is told when it ends.
   *
   * @param number of the line, counted from 1
   */
  public static Reasons of(Reader text, int number, Catalogue catalogue, Classifier classifier) {
    Reasons reasons = new Reasons();
    List<String> raw = new ArrayList<>();
    new RawLines(text).forEachRemaining(raw::add);
    Memory memory = new Memory();
    List<Signal> signals = new ArrayList<>();
    Instant time = Instant.EPOCH;
    for (TranscriptLine line : PastedLog.read(raw)) {
      time = line.time() == null ? time.plus(Offline.BETWEEN_LINES) : line.time();
      var read = Offline.logLine("APP", line, time);
      if (line.number() == number) {
        reasons.texts.add(line.message());
        reasons.explanations.addAll(Explanation.of(catalogue, read));
      }
      classifier.accept(read, memory, signals);
    }
    classifier.end(memory, signals);
    signals.stream().filter(signal -> signal.line().offset() == number).forEach(reasons.told::add);
    return reasons;
  }

  /** For people. */
  public void write(PrintWriter out) {
    texts.forEach(text -> out.println(Report.plain(text)));
    if (explanations.isEmpty()) {
      out.println("  no signature recognises it");
    }
    for (Explanation reason : explanations) {
      Signature signature = reason.signature();
      out.printf("  %s: signature '%s'%n", signature.file(), signature.id());
      out.printf("    literal  %s%n", reason.literal());
      out.printf("    pattern  %s%n", reason.pattern());
      out.printf("    read     %s%n", Report.plain(reason.captures().toString()));
      out.printf("    says     %s%s%n", signature.signal(), manner(signature));
    }
    for (Signal signal : told) {
      out.printf(
          "  told: %s by '%s'%s%n",
          signal.type(),
          signal.signature(),
          signal.subject() == null ? "" : ", about " + Report.plain(signal.subject()));
    }
    if (told.isEmpty()) {
      out.println("  told: nothing");
    }
  }

  private static String manner(Signature signature) {
    if (signature.isNoise()) {
      return ", which silences all others";
    }
    if (signature.isUnknown()) {
      return ", if nobody else knows it";
    }
    return signature.generic() ? ", if no other signature and no stack trace says more" : "";
  }
}
