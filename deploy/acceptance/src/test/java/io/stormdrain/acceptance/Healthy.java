package io.stormdrain.acceptance;

import java.util.List;

/** Lines of an app that is well, with words in them that would frighten a search for words. */
final class Healthy {

  private static final List<String> LINES =
      List.of(
          "heroku[router]: at=info method=GET path=\"/errors.js?failed=0\" host=x request_id=r%d fwd=\"203.0.113.4\" dyno=web.1 connect=0ms service=%dms status=200 bytes=512 protocol=https",
          "heroku[router]: at=info method=GET path=\"/crash-course\" host=x request_id=r%d fwd=\"203.0.113.4\" dyno=web.2 connect=0ms service=%dms status=304 bytes=0 protocol=https",
          "app[web.1]: INFO:     100.64.0.5:%d - \"GET /health HTTP/1.1\" 200 OK (%d)",
          "app[web.1]: GET /models - 200 in %d ms, 0 errors (%d)",
          "app[worker.1]: job %d finished, retried 0 times, failed=0 (%d)",
          "app[worker.1]: Retrieved 1 enhanced providers from cache %d/%d",
          "app[web.2]: google provider has no API key configured, %d results (%d)",
          "app[web.2]: {\"level\":\"info\",\"msg\":\"no error while exiting\",\"n\":%d,\"m\":%d}",
          "heroku[web.1]: source=web.1 dyno=heroku.%d.8de7ea07 sample#load_avg_1m=0.22 sample#load_avg_5m=0.%d",
          "app[heroku-postgres]: source=DATABASE addon=pg-%d sample#db_size=147391888519bytes sample#tables=%d",
          "heroku[router]: at=info method=POST path=\"/login\" host=x request_id=r%d fwd=\"203.0.113.4\" dyno=web.1 connect=0ms service=%dms status=404 bytes=19 protocol=https");

  private Healthy() {}

  /** The n-th line; a tenth of a second apart. */
  static String line(int n) {
    return (n / 10) + "." + (n % 10) + "s " + LINES.get(n % LINES.size()).formatted(n, n % 97);
  }
}
