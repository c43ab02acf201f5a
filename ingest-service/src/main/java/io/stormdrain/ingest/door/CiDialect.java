package io.stormdrain.ingest.door;

import io.stormdrain.ingest.ci.Job;
import io.stormdrain.ingest.ci.JobOutput;
import io.stormdrain.ingest.message.Tally;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Output of builds and jobs, as {@code curl --data-binary @FILE} sends it. */
final class CiDialect implements Dialect {
  static final String WORD = "ci";

  @Override
  public Reading read(Arrival arrival) {
    HttpServerRequest request = arrival.request();
    Job job = Job.of(app(request), request::getParam);
    Body body = arrival.body();
    return arrival.told(new JobOutput(body.bytes(), body.length(), job), WORD);
  }

  /** The second part of the path, {@code /ci/APP}. */
  private static String app(HttpServerRequest request) {
    String path = Objects.requireNonNullElse(request.path(), "");
    String name = path.split("/", -1)[2];
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  @Override
  public boolean isMetered() {
    return false;
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    return Plain.reply(answer);
  }
}
