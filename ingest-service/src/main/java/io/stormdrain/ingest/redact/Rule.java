package io.stormdrain.ingest.redact;

import java.util.List;

/** How one form of secret is recognised. */
interface Rule {
  /** One of these stands in every line in which the rule may find something. */
  List<Anchor> anchors();

  /**
   * Looks around an anchor.
   *
   * @param at where the anchor stands
   * @param end behind it
   */
  void look(byte[] text, int at, int end, Hits hits);
}
