package io.stormdrain.ingest.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogBodyTest {
  private static final Decoding DECODING =
      (body, limit) -> new SyslogBody(body, limit, "railway", Stream.RECEIVED);

  @Test
  void railwaysForwarderWritesItForPapertrail() {
    List<Message> all = DECODING.all(Decoding.fixture("json/railway-papertrail.txt"));

    assertThat(all).extracting(m -> m.voice().service()).containsOnly("health-service");
    assertThat(all.getFirst().text().toString()).startsWith("boom {\"_metadata\"");
    assertThat(all.getLast().text().toString()).startsWith("fine ");
  }

  @ParameterizedTest
  @CsvSource({"<14>1 x, true", "<1>, true", "<>, false", "<1234>, false", "{}, false", "'', false"})
  void opensWithAPriority(String body, boolean opens) {
    assertThat(SyslogBody.opens(body.getBytes(UTF_8), body.length())).isEqualTo(opens);
  }
}
