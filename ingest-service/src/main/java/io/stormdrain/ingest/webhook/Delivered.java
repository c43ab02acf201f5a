package io.stormdrain.ingest.webhook;

import io.stormdrain.ingest.source.SigningSecret;
import io.stormdrain.ingest.source.Source;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request by which a platform tells something.
 *
 * @param headers by name, in letters of any case
 * @param body as it was signed
 * @param source for which it came
 */
public record Delivered(Function<String, @Nullable String> headers, byte[] body, Source source) {

  /** Of a body of which the first {@code length} bytes count. */
  public static Delivered of(
      Function<String, @Nullable String> headers, byte[] body, int length, Source source) {
    byte[] signed = length == body.length ? body : Arrays.copyOf(body, length);
    return new Delivered(headers, signed, source);
  }

  /** A header; null when there is none. */
  @Nullable String header(String name) {
    return headers.apply(name);
  }

  /** What its platform signs with. */
  List<SigningSecret> secrets() {
    return source.secrets();
  }
}
