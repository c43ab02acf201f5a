package io.stormdrain.notifier.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody says that they look after an incident. */
public record Acknowledgement(
    @Schema(
            description = "A name that others know",
            minLength = 1,
            maxLength = 100,
            examples = "ann")
        @Nullable String by) {

  private static final String EXPECTED = "{\"by\": \"<1 to 100 characters>\"}";

  static String nameIn(@Nullable Acknowledgement body) {
    return Said.who(Said.needed(body, EXPECTED).by(), EXPECTED);
  }
}
