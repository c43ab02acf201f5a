package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All alert rules. */
public record RuleList(@Schema(description = "As they are written") List<RuleEntry> rules) {
  public RuleList {
    rules = List.copyOf(rules);
  }
}
