package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.redact.KeyBlocks;
import io.stormdrain.ingest.redact.Redaction;
import io.stormdrain.ingest.redact.SecretKind;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Lines without their secrets, whatever dialect they come from. */
public final class RedactedLines implements Lines {
  private final Lines lines;
  private final Redaction redaction;
  private final KeyBlocks keys;
  private final Consumer<Set<SecretKind>> found;

  /**
   * Of one request.
   *
   * @param keys of all requests: a key's lines may come with several
   * @param found told of each line that had secrets
   */
  public RedactedLines(
      Lines lines, Redaction redaction, KeyBlocks keys, Consumer<Set<SecretKind>> found) {
    this.lines = lines;
    this.redaction = redaction;
    this.keys = keys;
    this.found = found;
  }

  @Override
  public @Nullable LogLine next() {
    LogLine line = lines.next();
    if (line == null) {
      return null;
    }
    byte[] ofKey = keys.isEmpty() ? null : keys.next(process(line), line.value());
    if (ofKey != null) {
      found.accept(Set.of(SecretKind.PRIVATE_KEY));
      return line.with(ofKey);
    }
    byte[] clean = redaction.of(line.value());
    if (!redaction.found()) {
      return line;
    }
    found.accept(redaction.kinds());
    keys.opened(process(line), clean);
    return line.with(clean);
  }

  private static String process(LogLine line) {
    Header process = line.headers().lastHeader(LineHeader.PROCESS);
    String name = process == null ? "" : new String(process.value(), UTF_8);
    return new String(line.key(), UTF_8) + ' ' + name;
  }
}
