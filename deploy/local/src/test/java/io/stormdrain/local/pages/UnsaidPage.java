package io.stormdrain.local.pages;

import io.stormdrain.notifier.threshold.AlertRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What there is to know about trouble that no line tells of: Stormdrain notices it by itself.
 *
 * @param rule that reports it
 */
record UnsaidPage(AlertRule rule, Known known) {

  /** What it means, and what to do. */
  record Known(String means, List<String> steps) {}

  private static final Map<String, Known> KNOWN =
      Map.of(
          "app-silent",
          new Known(
              "No line of the app has come for longer than it ever pauses: twice the period of one that talks at regular intervals, or twice its longest pause of a week.",
              List.of(
                  "Look whether it runs: heroku ps --app {app}",
                  "Look whether its drain still leads here: heroku drains --app {app}",
                  "Look whether the door takes lines: the console's sources say when each was last heard.")),
          "process-silent",
          new Known(
              "The app talks on, but one of its processes has fallen silent for longer than it ever pauses, as a clock or a worker that hangs.",
              List.of(
                  "Look whether it is there, and for how long: heroku ps --app {app}",
                  "Restart it, and look what it says first: heroku ps:restart {subject} --app {app}")),
          "builder-drift",
          new Known(
              "Another builder has made the app than the one before: a Dockerfile is found no longer, or the platform has changed its default.",
              List.of(
                  "Name the builder in the service's settings, so that nobody has to guess it.",
                  "If a Dockerfile was meant, look whether it stands in the folder that the service builds.")),
          "probe-failed",
          new Known(
              "Twice in a row the app did not answer its probe as it should, whatever its lines say.",
              List.of(
                  "Ask it yourself, from elsewhere too: curl -sv the address that the file of probes names",
                  "If the app's own incidents name a cause, that comes first; if not, look at what lies between: DNS, certificate, router.",
                  "If it may answer so, say what is expected in the file of probes: another address, or another status.")),
          "storm",
          new Known(
              "The same class of trouble began in more than 10 apps within two minutes. It is told once, for all of them; each has its own incident, on the page of this one.",
              List.of(
                  "Look for what these apps share: the platform's status page, a database, a service or a base image that all of them use.",
                  "When all but one in ten are over, those that go on are told by themselves.",
                  "How many apps are a storm says the routing file: storm: {apps: 10, within: 2m}")),
          "receiver-failing",
          new Known(
              "A receiver has refused what it was to be told, or has not answered. What waits for it is kept and sent when it takes it again.",
              List.of(
                  "Look at what it answered: ./stormdrain deliveries ls",
                  "Once it is mended, tell it of a test incident: ./stormdrain receivers ping {subject}")));

  static UnsaidPage of(AlertRule rule) {
    return new UnsaidPage(rule, Objects.requireNonNull(KNOWN.get(rule.id()), rule.id()));
  }

  String markdown() {
    List<String> page = new ArrayList<>();
    page.add("# " + rule.label());
    page.add("");
    page.add("| incident | severity | what it says |");
    page.add("| --- | --- | --- |");
    page.add(
        "| `%s` | %s | %s |".formatted(rule.id(), rule.severity().word(), rule.title().text()));
    page.add("");
    page.add("## " + known.means());
    page.add("");
    known.steps().forEach(step -> page.add("- " + step));
    page.add("");
    page.add("No line tells of it: Stormdrain notices it by itself.");
    return String.join("\n", page) + "\n";
  }
}
