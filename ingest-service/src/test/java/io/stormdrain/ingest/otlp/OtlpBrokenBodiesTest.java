package io.stormdrain.ingest.otlp;

import static io.stormdrain.ingest.otlp.OtlpRequests.indexOf;
import static io.stormdrain.ingest.otlp.OtlpRequests.only;
import static io.stormdrain.ingest.otlp.OtlpRequests.record;
import static io.stormdrain.ingest.otlp.OtlpRequests.request;
import static io.stormdrain.ingest.otlp.OtlpRequests.resource;
import static io.stormdrain.ingest.otlp.OtlpRequests.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtlpBrokenBodiesTest {
  @Test
  void aBrokenRecordCostsItselfOnly() {
    byte[] body =
        request(
                ResourceLogs.newBuilder()
                    .addScopeLogs(
                        ScopeLogs.newBuilder()
                            .addLogRecords(record("before"))
                            .addLogRecords(record("broken"))
                            .addLogRecords(record("after"))))
            .toByteArray();
    int broken = indexOf(body, "broken");
    // The length of the text, which now reaches past the end of the record.
    body[broken - 1] = 100;

    OtlpProtobuf messages = new OtlpProtobuf(body, body.length);
    List<Message> all = OtlpRequests.DECODING.all(body);
    while (messages.next() != null) {
      // Only the tally counts.
    }

    assertThat(all).extracting(Message::raw).containsExactly(false, true, false);
    assertThat(all.get(1).text().toString()).contains("broken");
    assertThat(all.getLast().text()).hasToString("after");
    assertThat(messages.tally().faults()).isEqualTo(Map.of(Fault.SYNTAX, 1));
  }

  @Test
  void bytesThatLookLikeAnotherEncodingAreKeptRaw() {
    Decoding json = OtlpJson::new;

    Message only = json.only("\0{\0\0\0\0");

    assertThat(only.raw()).isTrue();
  }

  @Test
  void ofABodyThatWasCutOffTheWholeRecordsAreTaken() {
    byte[] body =
        request(
                ResourceLogs.newBuilder()
                    .setResource(resource(text("service.name", "shop")))
                    .addScopeLogs(
                        ScopeLogs.newBuilder()
                            .addLogRecords(record("whole"))
                            .addLogRecords(record("cut off"))))
            .toByteArray();

    List<Message> all = OtlpRequests.DECODING.all(Arrays.copyOf(body, body.length - 3));

    assertThat(all).extracting(Message::raw).containsExactly(false, true);
    assertThat(all.getFirst().voice().service()).isEqualTo("shop");
  }

  @Test
  void whatIsNoProtobufIsKeptInPieces() {
    byte[] body = new byte[150_000];
    Arrays.fill(body, (byte) 'x');
    OtlpProtobuf messages = new OtlpProtobuf(body, body.length);
    List<Message> all = OtlpRequests.DECODING.all(body);
    while (messages.next() != null) {
      // Only the tally counts.
    }

    assertThat(all)
        .extracting(m -> m.text().bytes().length)
        .containsExactly(65_536, 65_536, 18_928);
    assertThat(messages.tally().isUndecodable()).isTrue();
  }

  @Test
  void textIsCutAtTheLimit() {
    assertThat(only(resource(), record("x".repeat(65_536))).text().truncated()).isFalse();
    assertThat(only(resource(), record("x".repeat(65_537))).text().truncated()).isTrue();
    assertThat(only(resource(), record("x".repeat(65_537))).text().bytes()).hasSize(Text.MAX_BYTES);
  }

  @Test
  void survivesMutations() {
    byte[] body =
        request(
                ResourceLogs.newBuilder()
                    .setResource(resource(text("service.name", "shop")))
                    .addScopeLogs(
                        ScopeLogs.newBuilder()
                            .setScope(InstrumentationScope.newBuilder().setName("locomotive"))
                            .addLogRecords(record("one"))
                            .addLogRecords(
                                record("two").toBuilder()
                                    .addAttributes(text("exception.stacktrace", "x\n at y"))
                                    .build())))
            .toByteArray();

    OtlpRequests.DECODING.survives(body, "\n\u0012*\u0000\u0001\u007f\u0009", 5_000);
    OtlpRequests.DECODING.survives(OtlpRequests.VECTOR, "\n\u0012*\u0000\u0001\u007f\u0009", 5_000);
  }

  @Test
  void aBodyOfManySmallMessagesIsReadInTime() {
    OtlpRequests.DECODING.isReadInTime("", "\n\u0000");
    OtlpRequests.DECODING.isReadInTime("", "\n\u0002\u0012\u0000");
    OtlpRequests.DECODING.isReadInTime("", "\n\u0004\u0012\u0002\u0012\u0000");
    OtlpRequests.DECODING.isReadInTime("", "\n\u0008\u0012\u0006\u0012\u00042\u00002\u0000");
  }
}
