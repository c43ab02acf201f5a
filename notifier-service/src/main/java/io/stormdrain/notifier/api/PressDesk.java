package io.stormdrain.notifier.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.outgoing.Outgoing;
import io.stormdrain.notifier.people.Caller;
import io.stormdrain.notifier.people.Person;
import io.stormdrain.notifier.silence.End;
import io.stormdrain.notifier.slack.Press;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what people pressed in Slack, once for each press, and tells them how that went. */
@Singleton
class PressDesk {

  private static final Logger LOG = LoggerFactory.getLogger(PressDesk.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REMEMBERED = 1_000;

  private final Set<String> done =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  private final Desk desk;
  private final SilenceDesk silences;
  private final Outgoing outgoing;
  private final Caller caller;
  private final InstantSource clock;

  PressDesk(
      Desk desk, SilenceDesk silences, Outgoing outgoing, Caller caller, InstantSource clock) {
    this.desk = desk;
    this.silences = silences;
    this.outgoing = outgoing;
    this.caller = caller;
    this.clock = clock;
  }

  /** Does it, unless it was done before. */
  @ActivateRequestContext
  void take(Press press) {
    if (!done.add(press.id())) {
      return;
    }
    caller.is(Person.inSlack(press.by()));
    String result;
    try {
      result = press.incident() + ": " + act(press);
    } catch (ProblemException e) {
      result = String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      done.remove(press.id());
      LOG.error("a press could not be done: press={}", press.id(), e);
      result = press.incident() + ": that did not work, please try again";
    }
    LOG.info("pressed in Slack: press={} by={} result={}", press.id(), press.by(), result);
    answer(press, result);
  }

  private String act(Press press) {
    String by = press.by();
    return switch (press.button()) {
      case ACKNOWLEDGE -> {
        desk.acknowledge(press.incident(), by);
        yield "acknowledged by " + by;
      }
      case RESOLVE -> {
        desk.resolve(press.incident(), new Resolution(by, null, false, null));
        yield "resolved by " + by;
      }
      case SILENCE_HOUR ->
          silenced(press, new End.At(clock.instant().plus(Duration.ofHours(1))), "for 1 h");
      case SILENCE_RELEASE -> silenced(press, new End.NextRelease(), "until the next release");
    };
  }

  private String silenced(Press press, End end, String howLong) {
    Incident incident = desk.find(press.incident()).incident();
    long silence = silences.about(incident, end, press.by(), "pressed in Slack").id();
    return "silence %d about it %s, by %s".formatted(silence, howLong, press.by());
  }

  /** Only for those who pressed it; the message itself is changed as by everybody's doing. */
  private void answer(Press press, String text) {
    String to = press.answerTo();
    if (to != null && Address.isHttp(to)) {
      String body =
          JsonNodeFactory.instance
              .objectNode()
              .put("response_type", "ephemeral")
              .put("replace_original", false)
              .put("text", text)
              .toString();
      outgoing.post(Guard.Trust.STRANGER, PATIENCE).send(URI.create(to), Map.of(), body);
    }
  }
}
