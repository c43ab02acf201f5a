package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Stage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Frames of private spaces: no frame id, no drain token; the token in the address is all. */
final class HeadersMissing implements Fault {

  private static final String APP = "f20-private";
  private static final int FRAMES = 20;

  @Override
  public String id() {
    return "F20";
  }

  @Override
  public String done() {
    return "frames without frame id and drain token, by the token in the address";
  }

  @Override
  public String checked() {
    return "taken, published and counted; nothing names them, so the same again counts again";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    ground.admit(List.of(APP));
    Tally tally = new Tally(ground);
    URI door = ground.stage().ingest.at("/logplex/" + Stage.token(APP));
    AppDrain drain = new AppDrain(APP, List.of(door), new Answers());
    for (int i = 0; i < FRAMES; i++) {
      String line = "<190>1 %s host app web.1 - private %04d\n".formatted(Instant.now(), i);
      HttpRequest.Builder bare = HttpRequest.newBuilder(door);
      HttpRequest.BodyPublisher body =
          HttpRequest.BodyPublishers.ofString(line.length() + " " + line);
      assertThat(drain.status(bare.copy().POST(body).build())).isEqualTo(204);
      assertThat(drain.status(bare.copy().POST(body).build())).isEqualTo(204);
    }
    assertThat(tally.records(APP)).containsOnlyKeys("");
    assertThat(tally.records(APP).get("")).hasSize(2 * FRAMES);
    tally.awaitCounted(Map.of(APP, 2L * FRAMES));
    figures.add("lines", 2 * FRAMES);
  }
}
