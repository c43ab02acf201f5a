package io.stormdrain.acceptance;

import io.stormdrain.engines.Child;
import io.stormdrain.engines.Launch;
import io.stormdrain.engines.Supervised;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One of the services as a process of its own, from what its module has packaged. */
public final class Service {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final String name;
  private final int port;
  private final Launch launch;
  private @Nullable Child child;

  Service(String name, int port, Path log, Map<String, String> environment) {
    this.name = name;
    this.port = port;
    Map<String, String> all = new TreeMap<>(environment);
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    this.launch = new Launch(name, command(name), all, log, Launch.Output.LOG);
  }

  /** Starts it; see {@link #awaitReady}. */
  public void start() {
    child = launch.start();
  }

  /** Where it listens. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Returns when it says that it is ready. */
  public void awaitReady() {
    Await.until(name + " is ready", START, this::isReady, this::log);
  }

  /** As {@code kill -9}. */
  public void kill() {
    if (child != null) {
      child.kill();
    }
  }

  /** As SIGTERM, with an end to patience. */
  public void stop() {
    if (child != null) {
      child.stop(STOP);
    }
  }

  /**
   * Sum of a counter's or gauge's series, those whose line holds {@code with}; 0 when there is
   * none.
   */
  public double metric(String metric, String with) {
    return get("/q/metrics")
        .lines()
        .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
        .filter(line -> line.contains(with))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Sum of all its series. */
  public double metric(String metric) {
    return metric(metric, "");
  }

  /** Body of the answer, whatever its status; empty when there is none. */
  public String get(String path) {
    try {
      return HTTP.send(request(path), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /**
   * Waits until what is at this path tells of something that is counted some time after its lines.
   */
  public void await(String path, String text) {
    Await.until(path + " with " + text, START, () -> get(path).contains(text), () -> get(path));
  }

  /** Body of the answer to a JSON body, whatever its status. */
  public String post(String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Address of one of its pages. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The end of its log. */
  public String log() {
    try {
      List<String> lines = Files.readAllLines(launch.log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }

  /** Whether it says that it is ready. */
  public boolean isReady() {
    return status("/q/health/ready") == 200;
  }

  /** Number of its process; 0 when it was never started. */
  public long pid() {
    return child == null ? 0 : child.pid();
  }

  private int status(String path) {
    try {
      return HTTP.send(request(path), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(10)).build();
  }

  private static List<String> command(String name) {
    Path jar = ROOT.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: the stories run on packaged services");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "--enable-native-access=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        supervisor() + ":" + jar,
        Supervised.class.getName(),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
  }

  private static Path supervisor() {
    try {
      return Path.of(Supervised.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
