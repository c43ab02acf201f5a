package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What Logplex is known to send when something went wrong on its side. */
final class FramesBroken implements Fault {

  private static final String APP = "f21-broken";

  @Override
  public String id() {
    return "F21";
  }

  @Override
  public String done() {
    return "a wrong Logplex-Msg-Count, a last frame cut short, L10 glued on without a line feed";
  }

  @Override
  public String checked() {
    return "2xx; good frames are kept, the others too, raw; each is counted";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    ground.admit(List.of(APP));
    Tally tally = new Tally(ground);
    String good = frame("<190>1 %s host app web.1 - good one\n".formatted(Instant.now()));
    String lost =
        frame(
            "<172>1 %s host heroku logplex - Error L10 (output buffer overflow): 7 messages dropped since %s."
                .formatted(Instant.now(), Instant.now()));
    post(ground, "miscounted", 5, good + good);
    post(ground, "cut-short", 2, good + "90 <190>1 2026-01-01T00:00:00+00:00 host app web.1 - cu");
    post(ground, "glued", 2, lost + good);

    Map<String, List<String>> records = tally.records(APP);
    assertThat(records.values().stream().map(List::getFirst))
        .as("all that came")
        .hasSize(6)
        .filteredOn(text -> text.equals("good one"))
        .hasSize(4);
    tally.awaitCounted(Map.of(APP, 6L));
    count(ground, figures, "bodies_miscounted_total", 1);
    count(ground, figures, "frames_faulty_total", 1);
    count(ground, figures, "lines_lost_total", 7);
  }

  private static void post(Ground ground, String frame, int announced, String body) {
    URI door = ground.door(ground.stage().ingest);
    AppDrain drain = new AppDrain(APP, List.of(door), new Answers());
    HttpRequest request =
        drain
            .request()
            .header("Logplex-Frame-Id", frame)
            .header("Logplex-Msg-Count", Integer.toString(announced))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(drain.status(request)).as(frame).isEqualTo(204);
  }

  private static void count(Ground ground, Figures figures, String metric, long wanted) {
    double counted =
        ground.stage().ingest.metric("stormdrain_ingest_" + metric, "source=\"" + APP + '"');
    assertThat(Math.round(counted)).as(metric).isEqualTo(wanted);
    figures.add(metric, wanted);
  }

  private static String frame(String message) {
    return message.length() + " " + message;
  }
}
