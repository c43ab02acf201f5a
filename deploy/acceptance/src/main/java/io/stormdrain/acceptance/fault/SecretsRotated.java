package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.Stage;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A drain's token is replaced while its app talks: the old one, both, the new one. */
final class SecretsRotated implements Fault {

  private static final String APP = "f36-rotated";
  private static final int FRAMES = 50;
  private static final String FRESH = "fresh-token-0123456789abcdefghijklmnopqrstu";

  @Override
  public String id() {
    return "F36";
  }

  @Override
  public String done() {
    return "a drain's token is replaced while its app talks: both are valid, then only the new one";
  }

  @Override
  public String checked() {
    return "not one frame refused while both are valid; the old token is refused afterwards";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws Exception {
    Path file = Files.createTempFile("rotated", ".yaml");
    tokens(file, Stage.token(APP));
    Service door =
        ground
            .stage()
            .another("ingest", "-rotated", Map.of("STORMDRAIN_SOURCES_FILE", file.toString()));
    Ground.revive(door);
    try {
      Answers answers = new Answers();
      AppDrain talking = new AppDrain(APP, List.of(ground.door(door)), answers);
      AppDrain probe = new AppDrain(APP, List.of(ground.door(door)), new Answers());
      AtomicBoolean over = new AtomicBoolean();
      Thread talk = Thread.ofVirtual().start(() -> talk(talking, over));
      tokens(file, Stage.token(APP), FRESH);
      Ground.until("that the new token is valid", () -> status(probe, FRESH) == 204);
      long before = answers.of(204);
      Ground.until("frames with both valid", () -> answers.of(204) > before + FRAMES);
      over.set(true);
      talk.join();
      assertThat(answers.refused()).as("4xx among %s", answers).isZero();
      figures.add("frames with the old token meanwhile", answers.of(204));
      tokens(file, FRESH);
      Ground.until("that the old token is refused", () -> status(probe, Stage.token(APP)) == 401);
      assertThat(status(probe, FRESH)).isEqualTo(204);
    } finally {
      door.stop();
      Files.delete(file);
    }
  }

  /** Whoever shows the old token is let in all the time. */
  private static void talk(AppDrain drain, AtomicBoolean over) {
    for (int frame = 0; !over.get(); frame++) {
      drain.post("rotated-" + frame, List.of(Line.now("web.1", "line " + frame)));
    }
  }

  private static int status(AppDrain drain, String token) {
    return drain.status(
        drain
            .request()
            .setHeader("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private static void tokens(Path file, String... tokens) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        fresh,
        "sources: [{id: %1$s, app: %1$s, platform: heroku, tokens: [%2$s]}]\n"
            .formatted(APP, String.join(", ", tokens)));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
