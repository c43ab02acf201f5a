package io.stormdrain.ingest;

/** A setting that nobody may read in a log or an answer; it hides itself. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Takes anything: who refuses a setting while it is read prints it. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** For whoever has to use it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Secret(hidden)";
  }
}
