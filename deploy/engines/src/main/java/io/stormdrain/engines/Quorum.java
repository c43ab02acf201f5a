package io.stormdrain.engines;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * The brokers of a cluster on this machine, each a controller too.
 *
 * @param node which of them, from 1
 * @param controllerPorts of all of them, in their order
 */
record Quorum(int node, List<Integer> controllerPorts) {

  private static final long OURS = 0x53746f726d64726eL;

  /** A topic is copied to so many, where there are as many. */
  private static final int MOST_COPIES = 3;

  Quorum {
    controllerPorts = List.copyOf(controllerPorts);
    if (node < 1 || node > controllerPorts.size()) {
      throw new IllegalArgumentException(
          "node must be within 1 and %d, is %d".formatted(controllerPorts.size(), node));
    }
  }

  /** The only one. */
  static Quorum alone(int controllerPort) {
    return new Quorum(1, List.of(controllerPort));
  }

  boolean isAlone() {
    return controllerPorts.size() == 1;
  }

  int controllerPort() {
    return controllerPorts.get(node - 1);
  }

  /** {@code 1@127.0.0.1:19093,...}. */
  String voters(String host) {
    return IntStream.range(0, controllerPorts.size())
        .mapToObj(i -> "%d@%s:%d".formatted(i + 1, host, controllerPorts.get(i)))
        .collect(Collectors.joining(","));
  }

  /** How many have each record. */
  int copies() {
    return Math.min(MOST_COPIES, controllerPorts.size());
  }

  /** How many must have a record before its sender hears of it: all but one. */
  int leastCopies() {
    return Math.max(1, copies() - 1);
  }

  /** All of a cluster name it by the same. */
  Uuid cluster() {
    return isAlone() ? Uuid.randomUuid() : new Uuid(OURS, controllerPorts.hashCode());
  }
}
