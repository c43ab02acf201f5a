package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.Stage;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Somebody saves a file of sources that cannot be used. */
final class SettingsBroken implements Fault {

  private static final String APP = "f35-broken";

  @Override
  public String id() {
    return "F35";
  }

  @Override
  public String done() {
    return "the file of sources is replaced by one that cannot be used, and then mended";
  }

  @Override
  public String checked() {
    return "the sources before it stay in force; readiness and a metric say so, until it is mended";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws Exception {
    Path file = Files.createTempFile("broken", ".yaml");
    String good =
        "sources: [{id: %1$s, app: %1$s, platform: heroku, tokens: [%2$s]}]\n"
            .formatted(APP, Stage.token(APP));
    Files.writeString(file, good);
    Service door =
        ground
            .stage()
            .another("ingest", "-broken", Map.of("STORMDRAIN_SOURCES_FILE", file.toString()));
    Ground.revive(door);
    try {
      AppDrain drain = new AppDrain(APP, List.of(ground.door(door)), new Answers());
      Files.writeString(file, "sources: [{id: nobody, tokens: short}]\n");
      Ground.until("that it is refused", () -> refused(door) >= 1);
      assertThat(drain.post("broken-1", List.of(Line.now("web.1", "as before")))).isEqualTo(204);
      String ready = door.get("/q/health/ready");
      assertThat(ready).contains("broken").doesNotContain(Stage.token(APP));
      Files.writeString(file, good);
      Ground.until("that the mended one is taken", () -> taken(door) >= 1);
      assertThat(drain.post("broken-2", List.of(Line.now("web.1", "as before")))).isEqualTo(204);
      figures.add("reloads refused", Math.round(refused(door)));
    } finally {
      door.stop();
      Files.delete(file);
    }
  }

  private static double refused(Service door) {
    return door.metric("stormdrain_ingest_sources_reloads_total", "result=\"refused\"");
  }

  private static double taken(Service door) {
    return door.metric("stormdrain_ingest_sources_reloads_total", "result=\"taken\"");
  }
}
