package io.stormdrain.notifier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a request (RFC 9457).
 *
 * @param title the status in words
 * @param detail what came
 * @param expected what would have been right; absent where there is nothing to say
 * @param instance the path that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String expected,
    String instance) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(
      int status, String title, String detail, @Nullable String expected, String instance) {
    return new Problem("about:blank", title, status, detail, expected, instance);
  }
}
