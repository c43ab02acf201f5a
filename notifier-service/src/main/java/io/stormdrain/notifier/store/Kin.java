package io.stormdrain.notifier.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an incident belongs to a storm.
 *
 * @param storm number of the storm that it is, or was last, a part of; null when there was none
 * @param members incidents that are, or were last, a part of it, where it is a storm itself
 */
public record Kin(@Nullable Long storm, List<NumberedIncident> members) {
  public Kin {
    members = List.copyOf(members);
  }
}
