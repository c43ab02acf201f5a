package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Silences that were asked for. */
public record SilencePage(@Schema(description = "The latest first") List<SilenceEntry> silences) {
  public SilencePage {
    silences = List.copyOf(silences);
  }
}
