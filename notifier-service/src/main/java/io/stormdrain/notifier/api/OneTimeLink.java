package io.stormdrain.notifier.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link with which somebody comes in once and chooses a password. */
public record OneTimeLink(
    @Schema(description = "Whose account it is; empty for whoever comes first") String name,
    @Schema(description = "The link; nobody is shown it again") String link,
    @Schema(description = "Until when it can be used") Instant until) {

  @Override
  public String toString() {
    return "OneTimeLink[" + name + "]";
  }
}
