package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Apps that were heard of. */
public record AppList(
    @Schema(description = "Those heard of last first") List<AppEntry> apps,
    @Schema(description = "How many there are in all") long total) {
  public AppList {
    apps = List.copyOf(apps);
  }
}
