package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Releases of an app. */
public record ReleasePage(
    @Schema(description = "The latest first, at most ten of each environment")
        List<ReleaseEntry> releases) {

  public ReleasePage {
    releases = List.copyOf(releases);
  }
}
