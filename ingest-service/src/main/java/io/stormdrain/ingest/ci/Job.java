package io.stormdrain.ingest.ci;

import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.webhook.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What wrote the output.
 *
 * @param app whose job it is
 * @param name of the job, if it has one
 * @param said whatever else was said of it: {@code commit}, {@code branch}, {@code url}, ...
 * @param status how it ended, if that is known
 */
public record Job(
    String app, @Nullable String name, Map<String, String> said, @Nullable Status status) {

  /** What may be said of a job, in the order in which it is told. */
  private static final List<String> TOLD =
      List.of("workflow", "code", "command", "branch", "commit", "url");

  /** How a job ended. */
  public enum Status {
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /**
     * By the words of GitHub, GitLab and others, or by the exit code of a command.
     *
     * @return null when it is neither
     */
    static @Nullable Status of(@Nullable String word, @Nullable String code) {
      if (word == null) {
        return code == null ? null : code.equals("0") ? SUCCEEDED : FAILED;
      }
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "success", "succeeded", "passed" -> SUCCEEDED;
        case "failure", "failed", "error", "timed_out" -> FAILED;
        case "cancelled", "canceled" -> CANCELLED;
        default -> null;
      };
    }
  }

  public Job {
    said = Map.copyOf(said);
  }

  /**
   * From the parameters of a request.
   *
   * @param parameter by name
   */
  public static Job of(String app, Function<String, @Nullable String> parameter) {
    Map<String, String> said = new HashMap<>();
    for (String name : TOLD) {
      String value = parameter.apply(name);
      if (value != null && !value.isBlank()) {
        said.put(name, value);
      }
    }
    Status status = Status.of(parameter.apply("status"), parameter.apply("code"));
    return new Job(app, parameter.apply("job"), said, status);
  }

  /** As the process of its lines is called. */
  String process() {
    return name == null || name.isBlank() ? "ci" : "ci." + name;
  }

  /** What was built or tried, if it was said. */
  @Nullable String commit() {
    return said.get("commit");
  }

  /** Its output follows. */
  Message begins() {
    return event("ci.output");
  }

  /** It has ended, and its output is above; null when it is not known how. */
  @Nullable Message ends() {
    return status == null ? null : event("ci." + status.name().toLowerCase(Locale.ROOT));
  }

  private Message event(String what) {
    Event.Draft draft =
        Event.named(what).service(app).process(process()).deployment(commit()).tell("job", name);
    TOLD.forEach(name -> draft.tell(name, said.get(name)));
    return draft.on(null).message();
  }
}
