package io.stormdrain.ingest.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Seeds;
import io.stormdrain.ingest.message.Text;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Output of a job, whatever the bytes are. */
class JobFuzzTest {
  private static final Job JOB = new Job("shop", "build", Map.of(), Job.Status.FAILED);

  /** That it begins, and that it has ended. */
  private static final int EVENTS = 2;

  static Stream<byte[]> seeds() {
    return Seeds.of("senders");
  }

  @MethodSource("seeds")
  @FuzzTest
  void outputSurvives(byte[] body) {
    JobOutput output = new JobOutput(body, body.length, JOB);
    int number = 0;
    for (Message message = output.next(); message != null; message = output.next()) {
      assertThat(message.text().bytes().length).isLessThanOrEqualTo(Text.MAX_BYTES);
      assertThat(++number).isLessThanOrEqualTo(body.length + EVENTS);
    }
    assertThat(output.next()).as("the end stays the end").isNull();
  }
}
