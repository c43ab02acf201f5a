package io.stormdrain.ingest.redact;

import java.util.List;

/**
 * A key that tells by characters in its middle whose it is. All of it goes.
 *
 * @param before what it begins with
 * @param after what it consists of from the anchor on
 * @param least characters behind the anchor
 */
record Embedded(
    SecretKind kind,
    Anchor anchor,
    Chars before,
    int leastBefore,
    int mostBefore,
    Chars after,
    int least)
    implements Rule {

  @Override
  public List<Anchor> anchors() {
    return List.of(anchor);
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    int from = before.runBegin(text, at, Math.max(0, at - mostBefore));
    boolean begins = from == 0 || !before.has(text[from - 1]);
    int enough = after.runEnd(text, end, Math.min(text.length, end + least));
    if (begins && at - from >= leastBefore && enough - end == least) {
      hits.add(kind, from, after.runEnd(text, enough, text.length));
    }
  }
}
