package io.stormdrain.notifier.delivery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All configured receivers, by name. */
public final class Receivers {

  private final Map<String, Receiver> byName = new LinkedHashMap<>();

  /** In the order in which they are to be listed. */
  public Receivers(Collection<Receiver> receivers) {
    for (Receiver receiver : receivers) {
      if (byName.putIfAbsent(receiver.name(), receiver) != null) {
        throw new IllegalArgumentException("receiver '" + receiver.name() + "' is there twice");
      }
    }
  }

  /** All of them. */
  public List<Receiver> all() {
    return List.copyOf(byName.values());
  }

  /** Their names. */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }
}
