package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All receivers. */
public record ReceiverPage(
    @Schema(description = "In the order of the settings and the routing file")
        List<ReceiverEntry> receivers) {
  public ReceiverPage {
    receivers = List.copyOf(receivers);
  }
}
