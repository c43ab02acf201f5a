package io.stormdrain.bench.report;

/** What came of a goal. */
public enum Verdict {
  MET("met"),
  MISSED("missed"),
  /** There was none. */
  NO_GOAL("");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
