package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What has to hold between the parts of a routing file. Refusals name the line. */
final class RoutingChecks {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private RoutingChecks() {}

  /** Its name, which nobody else has. */
  static Word id(String file, ReceiverFile written, Set<String> taken) throws RoutingException {
    Word id = written.id();
    if (id == null) {
      throw new RoutingException(file, 0, "a receiver has no 'id'");
    }
    if (!NAME.matcher(id.text()).matches()) {
      throw new RoutingException(
          file, id.line(), "an id is made of a-z, 0-9 and -, 40 at most, got '" + id.text() + "'");
    }
    if (taken.contains(id.text())) {
      throw new RoutingException(
          file, id.line(), "there is a receiver '" + id.text() + "' already");
    }
    return id;
  }

  /** The one kind that it is of. */
  static ReceiverEntry kind(String file, ReceiverFile written, Word id) throws RoutingException {
    List<ReceiverEntry> kinds = written.kinds();
    if (kinds.size() != 1) {
      throw new RoutingException(
          file,
          id.line(),
          "receiver '%s' has to be of one kind, got %d".formatted(id.text(), kinds.size()));
    }
    return kinds.getFirst();
  }

  /** Every quiet time has its schedule. */
  static void schedules(String file, RoutingFile written) throws RoutingException {
    for (RestraintFile.Calm calm : written.calms()) {
      if (!written.hours().containsKey(calm.named())) {
        throw new RoutingException(
            file,
            calm.word().line(),
            "there is no schedule '%s', there are %s"
                .formatted(calm.named(), new TreeSet<>(written.hours().keySet())));
      }
    }
  }

  /** Who is told when a receiver cannot be, by its name; nobody stands in for themselves. */
  static Map<String, Word> fallbacks(String file, RoutingFile written) throws RoutingException {
    Map<String, Word> fallbacks = new LinkedHashMap<>();
    for (ReceiverFile one : written.own()) {
      Word id = one.id();
      Word fallback = one.fallback();
      if (id != null && fallback != null) {
        if (id.text().equals(fallback.text())) {
          throw new RoutingException(
              file, fallback.line(), "receiver '" + id.text() + "' cannot be its own fallback");
        }
        fallbacks.put(id.text(), fallback);
      }
    }
    return fallbacks;
  }

  /** The receiver of that name, complete. */
  static Receiver ready(String file, Word named, Map<String, Setup> known) throws RoutingException {
    Setup setup = known.getOrDefault(named.text(), new Setup.Absent());
    return switch (setup) {
      case Setup.Ready(Receiver receiver) -> receiver;
      case Setup.Incomplete(String receiver, String why) ->
          throw new RoutingException(
              file, named.line(), "receiver '%s' is not complete: %s".formatted(receiver, why));
      case Setup.Absent() ->
          throw new RoutingException(
              file,
              named.line(),
              "there is no receiver '%s', there are %s"
                  .formatted(named.text(), new TreeSet<>(known.keySet())));
    };
  }
}
