package io.stormdrain.bench.traffic;

import java.util.List;
import java.util.Random;

/**
 * Lines of healthy Heroku apps: of ten lines four are the router's, five the app's own and one
 * tells a process's memory. About 190 bytes each. Some hold words that frighten a search for words.
 */
public final class Traffic {

  private static final int ROUTER_PRIORITY = 158;
  private static final int APP_PRIORITY = 190;
  private static final int METRICS_PRIORITY = 45;

  private static final String ROUTER =
      "at=info method=GET path=\"{path}\" host=shop.example.com request_id={uuid} fwd=\"{ip}\" dyno=web.1 connect=0ms service={ms}ms status={status} bytes={n} protocol=https";

  private static final String MEMORY =
      "source=web.1 dyno=heroku.{n}.{uuid} sample#memory_total=2{ms}.45MB sample#memory_rss=2{ms}.11MB sample#memory_cache=2.54MB sample#memory_swap=0.00MB sample#memory_quota=512.00MB";

  private static final List<String> APP =
      List.of(
          "{\"level\":\"info\",\"time\":\"2026-03-01T10:{n}Z\",\"request_id\":\"{uuid}\",\"method\":\"GET\",\"path\":\"{path}\",\"status\":{status},\"duration_ms\":{ms},\"user\":\"{user}\",\"errors\":0,\"msg\":\"request completed\"}",
          "{\"level\":\"info\",\"logger\":\"shop.{word}\",\"trace_id\":\"{hex}{hex}\",\"span_id\":\"{hex}\",\"msg\":\"{word} {n} stored, cache refreshed for {user}\",\"elapsed\":{ms},\"retries\":0,\"failed\":false}",
          "INFO:     {ip}:{n} - \"GET {path} HTTP/1.1\" {status} OK",
          "{ip} - - [01/Mar/2026:10:00:00 +0000] \"GET {path} HTTP/1.1\" {status} {n} \"https://shop.example.com/\" \"Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0\"",
          "[{uuid}] Started GET \"{path}\" for {ip} at 2026-03-01 10:00:00 +0000",
          "[{uuid}] Completed {status} OK in {ms}ms (Views: 4.2ms | ActiveRecord: {ms}.1ms | Allocations: {n})",
          "[{uuid}]   User Load (0.{n}ms)  SELECT \"users\".* FROM \"users\" WHERE \"users\".\"id\" = $1 LIMIT $2  [[\"id\", {n}], [\"LIMIT\", 1]]",
          "worker: {word} job {uuid} finished in {ms}ms, retried 0 times, 0 errors, queue=default priority=5 latency={ms}",
          "2026-03-01 10:00:00,{n} INFO shop.{word} processed {n} {word} records for {user} in {ms} ms; no failures, next run in 60 s",
          "time=2026-03-01T10:00:00Z level=INFO msg=\"{word} sent\" to={user}@example.com id={uuid} attempt=1 duration={ms}ms");

  private static final List<String> PROCESSES = List.of("web.1", "web.2", "worker.1");

  private final Random random;
  private final Speech speech;

  /**
   * The same seed says the same.
   *
   * @param seed any number
   */
  public Traffic(long seed) {
    random = new Random(seed);
    speech = new Speech(random);
  }

  /** The next line. */
  public TrafficLine next() {
    int kind = random.nextInt(10);
    String process = speech.one(PROCESSES);
    if (kind < 4) {
      return new TrafficLine(ROUTER_PRIORITY, "heroku", "router", speech.said(ROUTER));
    }
    if (kind == 4) {
      return new TrafficLine(METRICS_PRIORITY, "heroku", process, speech.said(MEMORY));
    }
    return new TrafficLine(APP_PRIORITY, "app", process, appText());
  }

  /** What an app itself says. */
  public String appText() {
    return speech.said(speech.one(APP));
  }
}
