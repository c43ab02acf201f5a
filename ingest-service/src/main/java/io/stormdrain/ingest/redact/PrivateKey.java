package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/** What stands between {@code -----BEGIN ... PRIVATE KEY-----} and its end. */
final class PrivateKey implements Rule {
  private static final byte[] CLOSING = "-----END".getBytes(US_ASCII);
  private static final byte[] DASHES = "-----".getBytes(US_ASCII);
  private static final Chars TITLE = Chars.of("A-Z0-9 ");
  private static final int LONGEST_TITLE = 40;

  @Override
  public List<Anchor> anchors() {
    return List.of(Anchor.of("PRIVATE KEY-----"), Anchor.of("PRIVATE KEY BLOCK-----"));
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    if (!isOpening(text, at)) {
      return;
    }
    int closing = indexOf(text, CLOSING, end);
    int to = closing < 0 ? text.length : closing;
    if (!Hits.isMarked(text, end)) {
      hits.add(SecretKind.PRIVATE_KEY, end, to);
    }
  }

  /** From {@code -----BEGIN } to here there are only capitals and blanks. */
  private static boolean isOpening(byte[] text, int at) {
    int from = TITLE.runBegin(text, at, Math.max(0, at - LONGEST_TITLE));
    int dashes = from - DASHES.length;
    return dashes >= 0
        && Arrays.equals(text, dashes, from, DASHES, 0, DASHES.length)
        && text[from] == 'B';
  }

  static int indexOf(byte[] text, byte[] word, int from) {
    for (int i = from; i + word.length <= text.length; i++) {
      int k = 0;
      while (k < word.length && text[i + k] == word[k]) {
        k++;
      }
      if (k == word.length) {
        return i;
      }
    }
    return -1;
  }
}
