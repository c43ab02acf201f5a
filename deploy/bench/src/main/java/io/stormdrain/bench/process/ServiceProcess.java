package io.stormdrain.bench.process;

import io.stormdrain.engines.Child;
import io.stormdrain.engines.Launch;
import io.stormdrain.engines.Ports;
import io.stormdrain.engines.Supervised;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of the services as its module has packaged it, in a process of its own. */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final String name;
  private final int port;
  private final Child child;

  private ServiceProcess(String name, int port, Child child) {
    this.name = name;
    this.port = port;
    this.child = child;
  }

  /**
   * Starts it; see {@link #awaitReady}.
   *
   * @param name {@code ingest}, {@code analyzer} or {@code notifier}
   * @param folder for its log
   * @param environment its settings
   */
  public static ServiceProcess start(
      BenchHome home, Jvm jvm, String name, Path folder, Map<String, String> environment) {
    int port = Ports.free(1).getFirst();
    Map<String, String> all = new TreeMap<>(environment);
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    List<String> command =
        jvm.command(
            name,
            supervisor() + ":" + home.service(name),
            List.of(Supervised.class.getName(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    Path log = folder.resolve(name + ".log");
    Child child = new Launch(name, command, all, log, Launch.Output.LOG).start();
    return new ServiceProcess(name, port, child);
  }

  /** Returns when it says that it is ready. */
  public ServiceProcess awaitReady() throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (System.nanoTime() - end > 0 || child.onExit().isDone()) {
        throw new IllegalStateException(name + " does not become ready, see its log");
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    return this;
  }

  private boolean isReady() throws InterruptedException {
    try {
      return HTTP.send(request("/q/health/ready"), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sum of the series of a counter or gauge. */
  public double metric(String metric) throws IOException, InterruptedException {
    return HTTP.send(request("/q/metrics"), HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(10))
        .build();
  }

  /** Where it listens on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Its process. */
  public long pid() {
    return child.pid();
  }

  @Override
  public void close() {
    child.stop(STOP);
  }

  private static Path supervisor() {
    try {
      return Path.of(Supervised.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
