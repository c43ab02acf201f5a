package io.stormdrain.notifier.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.message.LogText;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody pressed a button of a message.
 *
 * @param incident its label
 * @param by who, as Slack calls them
 * @param id the same for one press, however often Slack tells of it
 * @param answerTo where a word for those who pressed it goes; null when Slack named no such place
 */
public record Press(
    Button button, String incident, String by, String id, @Nullable String answerTo) {

  /** What can be pressed. */
  public enum Button {
    ACKNOWLEDGE("Acknowledge"),
    RESOLVE("Resolve"),
    SILENCE_HOUR("Silence for 1 h"),
    SILENCE_RELEASE("Silence until the next release");

    private final String label;

    Button(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    /** How it is called in a message. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final String FIELD = "payload=";
  private static final int LONGEST_NAME = 80;

  /** Reads the body of a request: a form with one field of JSON. Empty when it is none of ours. */
  public static Optional<Press> of(String body) {
    if (!body.startsWith(FIELD)) {
      return Optional.empty();
    }
    try {
      JsonNode payload = JSON.readTree(URLDecoder.decode(body.substring(FIELD.length()), UTF_8));
      JsonNode action = payload.at("/actions/0");
      String label = action.path("value").asText();
      if (!payload.path("type").asText().equals("block_actions")
          || !label.matches("INC-[0-9]{1,18}")) {
        return Optional.empty();
      }
      return Arrays.stream(Button.values())
          .filter(button -> button.id().equals(action.path("action_id").asText()))
          .findFirst()
          .map(button ->
              new Press(
                  button,
                  label,
                  who(payload.path("user")),
                  label + " " + button.id() + " " + action.path("action_ts").asText(),
                  payload.path("response_url").asText(null)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String who(JsonNode user) {
    String name = user.path("username").asText(user.path("name").asText(user.path("id").asText()));
    String shown = LogText.line(name, LONGEST_NAME);
    return shown.isEmpty() ? "somebody in Slack" : shown;
  }
}
