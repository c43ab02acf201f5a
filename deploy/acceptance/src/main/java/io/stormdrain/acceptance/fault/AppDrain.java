package io.stormdrain.acceptance.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.acceptance.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The drain of one app, as Logplex serves it: one frame after the other. Unlike Logplex it never
 * gives up: a frame is sent until it is acknowledged, to another door when one does not take it.
 */
final class AppDrain {

  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** One message of a process. */
  record Line(String process, Instant at, String text) {

    static Line now(String process, String text) {
      return new Line(process, Instant.now(), text);
    }

    private String framed() {
      String message =
          "<%d>1 %s host %s %s - %s\n"
              .formatted(
                  process.equals("api") ? 134 : 190,
                  at,
                  process.equals("router") ? "heroku" : "app",
                  process,
                  text);
      return message.getBytes(UTF_8).length + " " + message;
    }
  }

  private final String app;
  private final List<URI> doors;
  private final Answers answers;
  private final Map<String, String> acknowledged = new ConcurrentSkipListMap<>();
  private int door;

  /**
   * A drain.
   *
   * @param doors tried in turn
   * @param answers where they are counted
   */
  AppDrain(String app, List<URI> doors, Answers answers) {
    this.app = app;
    this.doors = List.copyOf(doors);
    this.answers = answers;
  }

  /** Texts of the acknowledged lines by their names. */
  Map<String, String> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  /**
   * Sends a frame until it is acknowledged.
   *
   * @throws AssertionError when it never is
   */
  void send(String frame, List<Line> lines, Duration patience) {
    Instant first = Instant.now();
    while (post(frame, lines) != 204) {
      if (Duration.between(first, Instant.now()).compareTo(patience) > 0) {
        throw new AssertionError("%s was not taken in %s: %s".formatted(frame, patience, answers));
      }
      door++;
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    answers.acknowledgedAfter(Duration.between(first, Instant.now()));
  }

  /** Sends a frame once; returns the status of the answer. */
  int post(String frame, List<Line> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append(line.framed()));
    int status =
        status(
            request()
                .header("Logplex-Frame-Id", frame)
                .header("Logplex-Msg-Count", Integer.toString(lines.size()))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    if (status == 204) {
      for (int i = 0; i < lines.size(); i++) {
        acknowledged.put(frame + "#" + i, lines.get(i).text());
      }
    }
    return status;
  }

  /** A request with nothing in it yet but whose it is. */
  HttpRequest.Builder request() {
    return HttpRequest.newBuilder(doors.get(Math.floorMod(door, doors.size())))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + Stage.token(app))
        .header("Content-Type", "application/logplex-1");
  }

  /** The answer to it, counted. */
  int status(HttpRequest request) {
    int status;
    try {
      status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      status = Answers.GONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      status = Answers.GONE;
    }
    answers.add(status);
    return status;
  }
}
