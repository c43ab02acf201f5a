package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import java.util.ArrayList;
import java.util.List;

/** What whoever writes signatures should know of them, beyond the law that reading enforces. */
public final class Lint {

  /** What may be amiss. */
  public enum Reason {
    /**
     * A sample that the pattern matches, but that holds none of the literals: it is never found.
     */
    LITERAL_MISSING(true),
    /** Repetitions are written out: so many states cost steps for each byte of a candidate line. */
    PATTERN_COSTLY(true),
    /** The shortest literal of all decides how many bytes the scanner may pass over at a time. */
    LITERAL_SHORT(false),
    /** A signature with another meaning speaks about the same line as well. */
    OVERLAP(false);

    private final boolean fault;

    Reason(boolean fault) {
      this.fault = fault;
    }

    /** Whether it must be mended; the others are to be known. */
    public boolean isFault() {
      return fault;
    }
  }

  /**
   * One thing that was found.
   *
   * @param what the text that it is about
   */
  public record Remark(Signature signature, Reason reason, String what) {}

  /** Literals below this make the scanner probe every byte or every second one. */
  private static final int SHORT = 5;

  /** More counted repetitions than any pattern needs. */
  private static final int MOST_STATES = 2_500;

  private static final Pattern REPETITION = Pattern.compile("[{]\\d*,?(\\d+)[}]");

  private Lint() {}

  /** Everything that is to be said about a catalogue, by signature. */
  public static List<Remark> of(Catalogue catalogue) {
    List<Remark> remarks = new ArrayList<>();
    for (Signature signature : catalogue.signatures()) {
      literals(signature, remarks);
      patterns(signature, remarks);
      samples(signature, catalogue, remarks);
    }
    return remarks;
  }

  private static void literals(Signature signature, List<Remark> remarks) {
    signature.literals().stream()
        .filter(literal -> literal.getBytes(UTF_8).length < SHORT)
        .forEach(literal -> remarks.add(new Remark(signature, Reason.LITERAL_SHORT, literal)));
  }

  private static void patterns(Signature signature, List<Remark> remarks) {
    for (LinePattern pattern : signature.patterns()) {
      int states = 0;
      Matcher repetition = REPETITION.matcher(pattern instanceof Regex ? pattern.source() : "");
      while (repetition.find()) {
        states += Integer.parseInt(repetition.group(1));
      }
      if (states > MOST_STATES) {
        remarks.add(new Remark(signature, Reason.PATTERN_COSTLY, pattern.source()));
      }
    }
  }

  private static void samples(Signature signature, Catalogue catalogue, List<Remark> remarks) {
    for (Signature.Sample sample : signature.matches()) {
      List<Catalogue.Match> matches = catalogue.match(line(signature, sample.line()));
      if (matches.stream().noneMatch(match -> match.signature().id().equals(signature.id()))) {
        remarks.add(new Remark(signature, Reason.LITERAL_MISSING, sample.line()));
      }
      matches.stream()
          .map(Catalogue.Match::signature)
          .filter(other -> isRival(signature, other))
          .forEach(other ->
              remarks.add(
                  new Remark(signature, Reason.OVERLAP, other.id() + ": " + sample.line())));
    }
  }

  /** Whether both would be told, and say different things. */
  private static boolean isRival(Signature one, Signature other) {
    return !one.signal().equals(other.signal())
        && speaksAlways(one)
        && speaksAlways(other)
        && one.isOutcome() == other.isOutcome();
  }

  private static boolean speaksAlways(Signature signature) {
    return !signature.generic()
        && !signature.isNoise()
        && !signature.isUnknown()
        && signature.inTrace() == null;
  }

  /** A line as the signature wants it. */
  private static LogLine line(Signature signature, String text) {
    Scope scope = signature.scope();
    String platform = scope.platform() == null ? LogLine.UNKNOWN_PLATFORM : scope.platform();
    return new LogLine(
        "lint",
        "lint",
        platform,
        null,
        scope.origin() == null ? Origin.APP : scope.origin(),
        scope.process() == null ? "web.1" : scope.process(),
        null,
        0,
        0,
        0,
        null,
        text.getBytes(UTF_8));
  }
}
