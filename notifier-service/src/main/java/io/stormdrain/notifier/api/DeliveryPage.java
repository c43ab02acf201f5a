package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the deliveries that were asked for. */
public record DeliveryPage(
    @Schema(description = "The latest first") List<DeliveryEntry> deliveries,
    @Schema(description = "Cursor of those that follow; absent when these were the last")
        @Nullable String next) {
  public DeliveryPage {
    deliveries = List.copyOf(deliveries);
  }
}
