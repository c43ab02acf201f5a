package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.route.Routing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who can be told, and who is told of what; the two change as one.
 *
 * @param receivers in the order in which they are to be listed
 * @param fallbacks who is told when a receiver cannot be, by the receiver's name
 */
public record Plan(List<Receiver> receivers, Routing routing, Map<String, String> fallbacks) {

  public Plan {
    receivers = List.copyOf(receivers);
    fallbacks = Map.copyOf(fallbacks);
    Set<String> names = new HashSet<>();
    for (Receiver receiver : receivers) {
      if (!names.add(receiver.name())) {
        throw new IllegalArgumentException("receiver '" + receiver.name() + "' is there twice");
      }
    }
    for (String name : routing.receivers()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("there is no receiver '" + name + "'");
      }
    }
  }

  /** Without anybody who stands in for others. */
  public Plan(List<Receiver> receivers, Routing routing) {
    this(receivers, routing, Map.of());
  }

  /** The receiver of that name. */
  public Optional<Receiver> receiver(String name) {
    return receivers.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Names of the receivers. */
  public Set<String> names() {
    return receivers.stream().map(Receiver::name).collect(Collectors.toUnmodifiableSet());
  }
}
