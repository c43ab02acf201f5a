package io.stormdrain.notifier.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.api.Sight;
import io.stormdrain.notifier.neighbour.Answer;
import io.stormdrain.notifier.neighbour.KnownSources;
import io.stormdrain.notifier.neighbour.Neighbour;
import io.stormdrain.notifier.neighbour.Neighbours;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.Deed;
import io.stormdrain.notifier.sender.Instructions;
import io.stormdrain.notifier.sender.Sender;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sources, asked for and changed at the service that takes logs. */
@Singleton
class SourceDesk {

  static final String PATH = "/api/v1/sources";

  private static final int SECRET_BYTES = 16;

  private final Neighbour ingest;
  private final URI door;
  private final Audit audit;
  private final Sight sight;
  private final SecureRandom random = new SecureRandom();

  SourceDesk(Neighbours neighbours, NotifierConfig config, Audit audit, Sight sight) {
    this.ingest = neighbours.ingest();
    this.door = config.ingest().doorUrl().orElse(config.ingest().url());
    this.audit = audit;
    this.sight = sight;
  }

  /** Somebody wants to add a source. */
  record Wish(Sender sender, String app, String environment, String team) {}

  /**
   * What became of it.
   *
   * @param id of the source
   * @param paste what to paste where
   * @param fault why it was not done; null when it was
   */
  record Done(String id, List<String> paste, @Nullable String fault) {}

  /** Those that the caller may see. */
  KnownSources all() {
    return KnownSources.of(ingest.get(PATH + "?limit=1000"))
        .only(source -> sight.sees(source.app()));
  }

  /** One of them. */
  KnownSources one(String id) {
    return all().only(source -> source.id().equals(id));
  }

  Done add(Wish wish) {
    String secret = wish.sender().takesSecret() ? secret() : "";
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("app", wish.app());
    said.put("platform", wish.sender().platform());
    if (!wish.environment().isEmpty()) {
      said.put("environment", wish.environment());
    }
    if (!wish.team().isEmpty()) {
      said.put("team", wish.team());
    }
    if (!secret.isEmpty()) {
      said.put("secrets", List.of(secret));
    }
    return done(Deed.SOURCE_ADDED, wish.app(), wish.sender(), secret, ingest.post(PATH, said));
  }

  /** Another token; the one before stays good for seven days. */
  Done rotate(String id, String app, Sender sender) {
    return done(
        Deed.SOURCE_ROTATED,
        app,
        sender,
        "(as before)",
        ingest.post(PATH + "/" + Href.encoded(id) + "/tokens", Map.of()));
  }

  /** What it sends is refused from then on. */
  @Nullable String remove(String id) {
    return switch (ingest.delete(PATH + "/" + Href.encoded(id))) {
      case Answer.Said said -> {
        note(Deed.SOURCE_REMOVED, id);
        yield null;
      }
      case Answer.Refused refused -> refused.why();
      case Answer.Away away -> away.why();
    };
  }

  private Done done(Deed deed, String app, Sender sender, String secret, Answer answer) {
    return switch (answer) {
      case Answer.Said(JsonNode what) -> {
        String id = what.path("source").asText();
        note(deed, id);
        yield new Done(
            id, new Instructions(door, app, what.path("token").asText(), secret).of(sender), null);
      }
      case Answer.Refused refused -> new Done("", List.of(), refused.why());
      case Answer.Away away -> new Done("", List.of(), away.why());
    };
  }

  private void note(Deed deed, String id) {
    QuarkusTransaction.requiringNew().run(() -> audit.note(deed, id, ""));
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
