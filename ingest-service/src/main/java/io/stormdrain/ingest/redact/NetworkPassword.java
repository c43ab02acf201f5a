package io.stormdrain.ingest.redact;

import java.util.List;

/** The password in {@code user:password@tcp(host:port)/db}, as Go's MySQL driver writes it. */
final class NetworkPassword implements Rule {
  private static final int LONGEST = 256;
  private static final Chars ENDS = Chars.of(" \t\r\n\"'`<>=");

  @Override
  public List<Anchor> anchors() {
    return List.of(Anchor.of("@tcp("), Anchor.of("@unix("));
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    int colon = -1;
    for (int i = at - 1; i >= Math.max(0, at - LONGEST) && !ENDS.has(text[i]); i--) {
      colon = text[i] == ':' ? i : colon;
    }
    if (colon >= 0 && colon + 1 < at && !Values.isPlaceholder(text, colon + 1, at)) {
      hits.add(SecretKind.URL_PASSWORD, colon + 1, at);
    }
  }
}
