package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A line of a megabyte, a body of fifty, and a hundred thousand lines in one body. */
final class HugeBodies implements Fault {

  private static final String APP = "f23-huge";
  private static final int MEBIBYTE = 1 << 20;
  private static final int LONGEST = 65_536;
  private static final int MANY = 100_000;
  private static final long MORE_MEMORY = 64L * MEBIBYTE;

  @Override
  public String id() {
    return "F23";
  }

  @Override
  public String done() {
    return "a line of 1 MB, a body of 50 MB, 100,000 lines in one body";
  }

  @Override
  public String checked() {
    return "the line is cut at 64 KiB; of the body 10 MiB are taken; all lines are there; at most 64 MiB more memory";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws IOException {
    ground.admit(List.of(APP));
    Service ingest = ground.stage().ingest;
    AppDrain drain = new AppDrain(APP, List.of(ground.door(ingest)), new Answers());
    // What comes first makes room for itself: threads, buffers, classes.
    post(drain, "warm", many(20_000, "warm"));
    long before = resident(ingest);
    Tally tally = new Tally(ground);

    post(drain, "long", line("x".repeat(MEBIBYTE)));
    post(drain, "wide", line("y".repeat(LONGEST)).repeat(50 * MEBIBYTE / LONGEST));
    post(drain, "many", many(MANY, "many"));

    Map<String, List<String>> records = tally.records(APP);
    assertThat(records.get("long#0")).containsExactly("x".repeat(LONGEST));
    assertThat(of(records, "many#")).isEqualTo(MANY);
    assertThat(of(records, "wide#")).isBetween(150L, 165L);
    long more = resident(ingest) - before;
    figures.add("MiB of a 50 MB body", of(records, "wide#") * LONGEST / MEBIBYTE);
    figures.add("MiB of memory more", Math.max(0, more / MEBIBYTE));
    assertThat(more).as("bytes of memory more").isLessThanOrEqualTo(MORE_MEMORY);
  }

  private static void post(AppDrain drain, String frame, String body) {
    HttpRequest request =
        drain
            .request()
            .header("Logplex-Frame-Id", frame)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = drain.status(request);
    // Logplex sends again at once, three times in all.
    for (int i = 0; i < 2 && status != 204; i++) {
      status = drain.status(request);
    }
    assertThat(status).as(frame).isEqualTo(204);
  }

  private static long of(Map<String, List<String>> records, String frame) {
    return records.keySet().stream().filter(name -> name.startsWith(frame)).count();
  }

  private static String many(int count, String text) {
    return IntStream.range(0, count)
        .mapToObj(i -> line(text + " " + i))
        .collect(Collectors.joining());
  }

  private static String line(String text) {
    String message = "<190>1 %s host app web.1 - %s\n".formatted(Instant.now(), text);
    return message.length() + " " + message;
  }

  /** In bytes; what the kernel says of the process. */
  private static long resident(Service service) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }
}
