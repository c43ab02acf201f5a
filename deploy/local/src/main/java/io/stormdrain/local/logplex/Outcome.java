package io.stormdrain.local.logplex;

/** What became of a batch in the end. */
public enum Outcome {
  /** The drain has it. */
  ACKNOWLEDGED("acknowledged"),
  /** A 4xx: Logplex does not ask twice. */
  REFUSED("refused"),
  /** Three attempts without a 2xx. */
  GIVEN_UP("given up after three attempts"),
  /** Nobody listened for as long as we were willing to wait. */
  UNREACHABLE("not reached");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
