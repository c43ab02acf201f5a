package io.stormdrain.acceptance.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.acceptance.Await;
import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Where faults happen: a whole Stormdrain, and what is started beside it for one fault.
 *
 * @param stage everything once
 * @param scale how long faults last
 * @param routes who is told, and what is a storm
 */
record Ground(Stage stage, Scale scale, Routes routes) {

  private static final Duration DOOR = Duration.ofSeconds(20);
  private static final Duration RECOVERY = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Apps that talk while a fault happens, through the one door. */
  Crowd crowd(String fault) {
    return new Crowd(this, fault, 20, List.of(door(stage.ingest)));
  }

  URI door(Service ingest) {
    return ingest.at("/logplex");
  }

  /** Returns when the door knows these apps. */
  void admit(Collection<String> apps) {
    stage.admit(apps);
    String last = List.copyOf(apps).getLast();
    AppDrain drain = new AppDrain(last, List.of(door(stage.ingest)), new Answers());
    Await.until(
        "that the door knows " + last,
        DOOR,
        () -> drain.post("hello", List.of()) == 204,
        stage.ingest::log);
  }

  /** A moment that the seed decides. */
  static void pause(Random random, Duration least, Duration most) {
    long span = most.toMillis() - least.toMillis();
    rest(least.plusMillis(random.nextLong(span + 1)));
  }

  /** How long something lasts. */
  static void rest(Duration time) {
    Instant end = Instant.now().plus(time);
    Await.until("the time", time.plusSeconds(5), () -> Instant.now().isAfter(end), () -> "");
  }

  /** Starts it again; returns how long it took to be ready. */
  static Duration revive(Service service) {
    Instant start = Instant.now();
    service.start();
    service.awaitReady();
    return Duration.between(start, Instant.now());
  }

  /** How long it takes until this is so, two minutes at most. */
  static Duration until(String what, BooleanSupplier holds) {
    Instant start = Instant.now();
    Await.until(what, RECOVERY, holds, () -> "nothing of it");
    return Duration.between(start, Instant.now());
  }

  /** Notes which of these every receiver has been told of. */
  void notice(List<Plant> begun) {
    if (begun.isEmpty()) {
      return;
    }
    List<String> subjects = stage.mails("").stream().map(Ground::subject).toList();
    for (Plant plant : begun) {
      String title = plant.title();
      if (!stage.slack.posts("webhook", title).isEmpty()
          && !stage.slack.posts("chat.postMessage", title).isEmpty()
          && subjects.stream().anyMatch(subject -> subject.contains(title))) {
        plant.told(Instant.now());
      }
    }
  }

  /**
   * An incident that people are told of.
   *
   * @param type its class
   * @param reasons why it changed, in order
   */
  record Seen(String type, List<String> reasons) {}

  /** Incidents of an app, but for those that are told to nobody. */
  List<Seen> incidents(String app) {
    List<Seen> all = new ArrayList<>();
    for (JsonNode incident : read("/api/v1/incidents?limit=100&app=" + app).path("incidents")) {
      if (!incident.path("severity").asText().equalsIgnoreCase("info")) {
        List<String> reasons = new ArrayList<>();
        read("/api/v1/incidents/" + incident.path("id").asText())
            .path("transitions")
            .forEach(
                change -> reasons.add(change.path("reason").asText().toLowerCase(Locale.ROOT)));
        all.add(new Seen(incident.path("type").asText(), reasons));
      }
    }
    return all;
  }

  private JsonNode read(String path) {
    try {
      return JSON.readTree(stage.notifier.get(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records of a topic. */
  Records records(String topic) {
    return new Records(stage.bootstrapServers(), topic);
  }

  /** One more analyzer, door or notifier; see {@link Stage#another}. */
  Service another(String service, String suffix) {
    return stage.another(service, suffix, Map.of());
  }

  static String subject(MimeMessage mail) {
    try {
      return String.valueOf(mail.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
