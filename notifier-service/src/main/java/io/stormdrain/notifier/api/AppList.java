package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Apps that were heard of. */
public record AppList(
    @Schema(description = "By source") List<AppEntry> apps,
    @Schema(description = "How many there are in all") long total,
    @Schema(description = "Cursor of the next page; absent on the last one")
        @Nullable String next) {
  public AppList {
    apps = List.copyOf(apps);
  }
}
