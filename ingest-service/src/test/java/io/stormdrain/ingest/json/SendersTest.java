package io.stormdrain.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Voice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each sender sends, byte for byte. */
class SendersTest {
  private static final Decoding DECODING = JsonMessages::new;

  @Test
  void railwaysForwarder() {
    Message message = only("railway-forwarder.json");

    assertThat(message.text()).hasToString("ModuleNotFoundError: No module named 'src'");
    assertThat(message.voice())
        .isEqualTo(
            new Voice(
                Origin.APP,
                "railway",
                "health-service",
                "bbdc4e76-7600-415f-9f6b-e425311cec51",
                "production",
                "577e2cf2-a1fc-4e0f-b352-2780bca73a94"));
    assertThat(message.moment()).as("its default mode sends no time").isEqualTo(Moment.NONE);
    assertThat(message.severity()).isEqualTo(new Severity(17, Trust.STREAM));
  }

  @Test
  void theForwarderBeforeThat() {
    Message message = only("railway-forwarder-v1.json");

    assertThat(message.text()).hasToString("Healthcheck failed!");
    assertThat(message.voice()).isEqualTo(only("railway-forwarder.json").voice());
    assertThat(message.moment()).isEqualTo(moment("2025-12-05T00:56:17.123Z"));
    assertThat(message.severity()).isEqualTo(new Severity(17, Trust.STREAM));
  }

  @Test
  void theForwardersOtherModes() {
    assertThat(all("railway-victorialogs.json"))
        .extracting(m -> m.text().toString())
        .containsExactly("one", "two");
    Message request = only("railway-http.json");
    assertThat(request.voice().origin()).isEqualTo(Origin.PLATFORM);
    assertThat(request.text().toString()).startsWith("{\"_meta").contains("\"httpStatus\":502");
  }

  @Test
  void vercelsDrain() {
    Message message = only("vercel.json");

    assertThat(message.text()).hasToString("API request failed");
    assertThat(message.voice())
        .isEqualTo(
            new Voice(
                Origin.APP,
                "vercel",
                "my-app",
                "lambda",
                "production",
                "dpl_233NRGRjVZX1caZrXWtz5g1TAksD"));
    assertThat(message.moment()).isEqualTo(Moment.ofMillis(1_573_817_250_283L));
    assertThat(message.severity()).isEqualTo(new Severity(17, Trust.EXPLICIT));
    assertThat(message.id()).isEqualTo("1573817250283254651097202070");
  }

  @Test
  void vercelsTestIsAnEmptyObject() {
    assertThat(DECODING.all("{}")).isEmpty();
  }

  @Test
  void flysShipper() {
    List<Message> all = all("fly.json");

    assertThat(all.getFirst().text())
        .hasToString("machine exited with exit code 0, not restarting");
    assertThat(all.getFirst().voice())
        .isEqualTo(new Voice(Origin.PLATFORM, "fly", "web", "0e286551c30586", null, null));
    assertThat(all.getFirst().severity()).isEqualTo(new Severity(9, Trust.EXPLICIT));
    assertThat(all.getLast().voice().origin()).isEqualTo(Origin.APP);
  }

  @Test
  void vectorsSink() {
    List<Message> all = all("vector.json");

    assertThat(all).extracting(m -> m.voice().process()).containsOnly("web-1");
    assertThat(all.getFirst().text()).hasToString("Error: listen EADDRINUSE");
    assertThat(all.getFirst().moment()).isEqualTo(moment("2026-02-05T16:00:01.123Z"));
  }

  @Test
  void dokkusVector() {
    Voice voice = only("dokku.json").voice();

    assertThat(voice.service()).isEqualTo("shop");
    assertThat(voice.process()).isEqualTo("web.1");
  }

  @Test
  void fluentBitsFormats() {
    assertThat(all("fluent-bit-stream.json"))
        .extracting(m -> m.text().toString())
        .containsExactly("first line", "second line");
    List<Message> lines = all("fluent-bit-lines.json");
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().moment()).isEqualTo(moment("2026-02-05T16:00:01.123Z"));
    assertThat(lines.getFirst().voice().process()).isEqualTo("web-0");
  }

  @Test
  void cloudflaresLogpush() {
    assertThat(only("cloudflare-test.json").text()).hasToString("tests");
    List<Message> all = all("cloudflare.json");
    assertThat(all.getFirst().text().toString()).contains("x is undefined").endsWith("}");
    assertThat(all.getFirst().voice().service()).isEqualTo("edge-api");
    assertThat(all).extracting(Message::moment).containsOnly(Moment.ofMillis(1_770_307_201_123L));
  }

  @Test
  void northflanksSink() {
    Message json = only("northflank.json");
    assertThat(json.text()).hasToString("Error: boom");
    assertThat(json.voice().service()).isEqualTo("api");
    assertThat(json.voice().process()).isEqualTo("api-7d4b9-x2x");
    List<Message> text = all("northflank.txt");
    assertThat(text).extracting(m -> m.text().toString()).containsExactly("started", "Error: boom");
    assertThat(text.getFirst().moment()).isEqualTo(moment("2026-02-05T16:00:01.123Z"));
  }

  @Test
  void supabasesDrain() {
    Message message = only("supabase.json");

    assertThat(message.text()).hasToString("FATAL: remaining connection slots are reserved");
    assertThat(message.moment()).isEqualTo(Moment.ofMillis(1_770_307_201_123L));
  }

  @Test
  void digitalOceansIntakeOfDatadog() {
    Message message = only("digitalocean.json");

    assertThat(message.voice().service()).isEqualTo("shop/web");
    assertThat(message.voice().process()).isEqualTo("web-6b8d");
  }

  @Test
  void koyebsExporter() {
    Message message = only("koyeb.json");

    assertThat(message.voice().service()).isEqualTo("web");
    assertThat(message.voice().process()).isEqualTo("1f3c");
  }

  private static Moment moment(String time) {
    return Moment.ofMillis(Instant.parse(time).toEpochMilli());
  }

  private static List<Message> all(String fixture) {
    return DECODING.all(Decoding.fixture("json/" + fixture));
  }

  private static Message only(String fixture) {
    List<Message> all = all(fixture);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
