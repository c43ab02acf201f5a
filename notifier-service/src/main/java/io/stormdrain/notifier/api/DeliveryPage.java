package io.stormdrain.notifier.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the deliveries that were asked for.
 *
 * @param next cursor of those that follow; null when these were the last
 */
public record DeliveryPage(List<DeliveryEntry> deliveries, @Nullable String next) {
  public DeliveryPage {
    deliveries = List.copyOf(deliveries);
  }
}
