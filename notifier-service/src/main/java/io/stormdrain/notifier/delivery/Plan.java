package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.route.Appointment;
import io.stormdrain.notifier.route.Routing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who can be told, and who is told of what; the two change as one.
 *
 * @param receivers in the order in which they are to be listed
 * @param fallbacks who is told when a receiver cannot be, by the receiver's name
 * @param digests when teams are told what went on, and who of them
 */
public record Plan(
    List<Receiver> receivers, Routing routing, Map<String, String> fallbacks, Appointment digests) {

  public Plan {
    receivers = List.copyOf(receivers);
    fallbacks = Map.copyOf(fallbacks);
    Set<String> names = new HashSet<>();
    for (Receiver receiver : receivers) {
      if (!names.add(receiver.name())) {
        throw new IllegalArgumentException("receiver '" + receiver.name() + "' is there twice");
      }
    }
    for (String name :
        Stream.concat(routing.receivers().stream(), digests.receivers().stream()).toList()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("there is no receiver '" + name + "'");
      }
    }
  }

  /** Without digests. */
  public Plan(List<Receiver> receivers, Routing routing, Map<String, String> fallbacks) {
    this(receivers, routing, fallbacks, Appointment.never());
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
