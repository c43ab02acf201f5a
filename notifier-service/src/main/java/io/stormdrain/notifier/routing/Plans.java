package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.DigestSettings;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Paced;
import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.email.MailReceiver;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.route.Appointment;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.slack.SlackSetup;
import io.stormdrain.notifier.threshold.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the plan. Without a routing file whoever the settings make is told of everything; with one
 * the routes say who is, and they may name those of the settings and those of the file.
 */
final class Plans {

  private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

  private static final String NEVER = "never";

  private final Means means;
  private final Receiver terminal;

  /**
   * @param terminal for when there is nobody else, or a route names it
   */
  Plans(Means means, Receiver terminal) {
    this.means = means;
    this.terminal = terminal;
  }

  /** The plan of the settings alone. */
  Plan ofSettings() {
    List<Receiver> ready = new ArrayList<>();
    boolean incomplete = false;
    for (Setup setup : settings()) {
      switch (setup) {
        case Setup.Ready(Receiver receiver) -> ready.add(receiver);
        case Setup.Absent() -> {
          // Nobody asked for it.
        }
        case Setup.Incomplete(String receiver, String why) -> {
          incomplete = true;
          LOG.warn(
              "receiver is not complete, its alerts are printed here: receiver={} reason={}",
              receiver,
              why);
        }
      }
    }
    if (ready.isEmpty() || incomplete) {
      ready.add(terminal);
    }
    List<String> names = ready.stream().map(Receiver::name).toList();
    NotifierConfig config = means.config();
    return new Plan(
        paced(ready),
        Routing.toAll(names, config.route().minimumSeverity(), timing()),
        Map.of(),
        digests());
  }

  /** The plan of the settings and the file together. */
  Plan of(String name, RoutingFile file) throws RoutingException {
    Map<String, Setup> known = new LinkedHashMap<>();
    for (Setup setup : settings()) {
      switch (setup) {
        case Setup.Ready(Receiver receiver) -> known.put(receiver.name(), setup);
        case Setup.Incomplete(String receiver, String why) -> known.put(receiver, setup);
        case Setup.Absent() -> {
          // A route that names it is refused.
        }
      }
    }
    known.put(terminal.name(), new Setup.Ready(terminal));
    Map<String, Receiver> used = new LinkedHashMap<>();
    for (ReceiverFile written : file.own()) {
      Word id = RoutingChecks.id(name, written, known.keySet());
      Setup setup = RoutingChecks.kind(name, written, id).setup(id.text(), means);
      known.put(id.text(), setup);
      used.put(id.text(), written.paced(RoutingChecks.ready(name, id, known)));
    }
    Map<String, Word> fallbacks = RoutingChecks.fallbacks(name, file);
    List<Word> named = new ArrayList<>(file.named().toList());
    named.addAll(fallbacks.values());
    for (Word one : named) {
      used.putIfAbsent(one.text(), RoutingChecks.ready(name, one, known));
    }
    RoutingChecks.schedules(name, file);
    Map<String, String> standIns = new LinkedHashMap<>();
    fallbacks.forEach((id, fallback) -> standIns.put(id, fallback.text()));
    try {
      return new Plan(
          paced(used.values()), file.routing(usual()), standIns, file.digests(digests()));
    } catch (IllegalArgumentException e) {
      throw new RoutingException(name, 0, String.valueOf(e.getMessage()));
    }
  }

  private List<Receiver> paced(Collection<Receiver> receivers) {
    return means.config().delivery().paced()
        ? List.copyOf(receivers)
        : receivers.stream().<Receiver>map(receiver -> new Paced(receiver, Pace.FREE)).toList();
  }

  private Route usual() {
    return new Route(
        Matchers.ANY,
        List.of(),
        means.config().route().minimumSeverity().worse(Severity.LOW),
        timing(),
        Urging.NONE,
        false,
        List.of());
  }

  private List<Setup> settings() {
    NotifierConfig config = means.config();
    List<Setup> setups = new ArrayList<>(SlackSetup.of(means));
    setups.add(MailReceiver.setup(config.mail(), means.vertx(), means.clock()));
    return setups;
  }

  private Appointment digests() {
    DigestSettings digests = means.config().digests();
    return digests.at().equals(NEVER)
        ? Appointment.never()
        : Appointment.daily(Times.clock(digests.at()), digests.timezone());
  }

  private Timing timing() {
    NotifierConfig.Delivery delivery = means.config().delivery();
    return new Timing(delivery.groupWait(), delivery.editWait());
  }
}
