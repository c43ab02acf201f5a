package io.stormdrain.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Slack's end of a webhook and a mail server. A test has fields {@code posts} (what Slack got),
 * {@code statuses} (what Slack answers next) and {@code mails} (what the mail server got).
 */
public final class TestReceivers implements QuarkusTestResourceLifecycleManager {

  /** What nobody may read anywhere. */
  public static final String WEBHOOK_SECRET = "webh00k-s3cr3t";

  public static final String MAIL_SECRET = "m4il-s3cr3t";
  public static final String API_TOKEN = "4pi-t0k3n";
  public static final String SIGNING_SECRET = "s1gning-s3cr3t";

  private final Queue<String> posts = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final HttpServer slack = slack();
  private final FakeNeighbours neighbours = new FakeNeighbours();

  @Override
  public Map<String, String> start() {
    slack.createContext("/", this::take);
    slack.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    slack.start();
    mail.start();
    mail.setUser("ann@example.org", "ann", MAIL_SECRET);
    Map<String, String> settings = new HashMap<>(mail());
    settings.put(
        "stormdrain.notifier.slack.webhook-url",
        "http://127.0.0.1:" + slack.getAddress().getPort() + "/services/" + WEBHOOK_SECRET);
    settings.put("stormdrain.notifier.slack.signing-secret", SIGNING_SECRET);
    settings.put("stormdrain.notifier.api-token", API_TOKEN);
    settings.put("stormdrain.notifier.delivery.paced", "false");
    settings.put("stormdrain.notifier.access", "accounts");
    String address = neighbours.start();
    settings.put("stormdrain.notifier.ingest.url", address);
    settings.put("stormdrain.notifier.analyzer.url", address);
    settings.put("stormdrain.notifier.ingest.token", FakeNeighbours.TOKEN);
    return settings;
  }

  private Map<String, String> mail() {
    return Map.of(
        "stormdrain.notifier.mail.host",
        "127.0.0.1",
        "stormdrain.notifier.mail.port",
        Integer.toString(mail.getSmtp().getPort()),
        "stormdrain.notifier.mail.tls",
        "none",
        "stormdrain.notifier.mail.user",
        "ann",
        "stormdrain.notifier.mail.password",
        MAIL_SECRET,
        "stormdrain.notifier.mail.from",
        "alerts@example.org",
        "stormdrain.notifier.mail.to",
        "ann@example.org");
  }

  @Override
  public void inject(TestInjector into) {
    Supplier<List<String>> mails =
        () -> Stream.of(mail.getReceivedMessages()).map(GreenMailUtil::getWholeMessage).toList();
    into.injectIntoFields(posts, field -> field.getName().equals("posts"));
    into.injectIntoFields(statuses, field -> field.getName().equals("statuses"));
    into.injectIntoFields(neighbours.received(), field -> field.getName().equals("received"));
    into.injectIntoFields(mails, field -> field.getName().equals("mails"));
  }

  @Override
  public void stop() {
    slack.stop(0);
    neighbours.stop();
    mail.stop();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Integer status = statuses.poll();
      if (status == null) {
        posts.add(body);
      }
      exchange.sendResponseHeaders(status == null ? 200 : status, 2);
      exchange.getResponseBody().write("ok".getBytes(UTF_8));
    }
  }

  private static HttpServer slack() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
