package io.stormdrain.notifier.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new token. */
public record MadeToken(
    @Schema(description = "What is kept of it") TokenEntry token,
    @Schema(description = "What to show as bearer token; nobody is shown it again") String secret) {

  @Override
  public String toString() {
    return "MadeToken[" + token.name() + "]";
  }
}
