package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.door.SyslogMeters.Reason;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.syslog.ShownTokens;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks on a connection. A frame shows the token of its source; frames that show none are of
 * the source before. A token that was shown is hidden in all that follows.
 */
final class SyslogPeer {
  private final Sources sources;
  private @Nullable Source source;
  private byte[] token = {};
  private @Nullable String unknown;

  SyslogPeer(Sources sources) {
    this.sources = sources;
  }

  @Nullable Source source() {
    return source;
  }

  /** Whose frame it is; else why nobody knows. */
  @Nullable Reason listen(byte[] frame) {
    String before = ShownTokens.before(frame);
    if (before != null && !before.equals(unknown)) {
      accept(before);
      unknown = source == null ? before : null;
    }
    if (source == null) {
      ShownTokens.in(frame)
          .forEach(word -> {
            if (source == null) {
              accept(word);
            }
          });
    }
    if (source != null) {
      return null;
    }
    return before == null ? Reason.NO_TOKEN : Reason.UNKNOWN_TOKEN;
  }

  private void accept(String word) {
    byte[] shown = word.getBytes(UTF_8);
    if (source != null && Arrays.equals(shown, token)) {
      return;
    }
    Source owner = sources.owning(SourceToken.shown(word));
    if (owner != null) {
      source = owner;
      token = shown;
    }
  }

  /**
   * Is the token still one of a source? Tokens are withdrawn, and sources change, while connections
   * are open.
   */
  boolean isKnown() {
    Source now = sources.owning(SourceToken.shown(new String(token, UTF_8)));
    if (now != null) {
      source = now;
    }
    return now != null;
  }

  /**
   * May a token that nobody accepts be a good one? Its sender comes again when it is hung up on.
   */
  boolean isUnsure() {
    return !sources.isWhole();
  }

  /** The frame without the token. */
  byte[] withoutToken(byte[] frame) {
    return ShownTokens.without(frame, token);
  }

  @Override
  public String toString() {
    return "SyslogPeer(" + source + ")";
  }
}
