package io.stormdrain.ingest.ci;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Seeds;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Output of a job, whatever the bytes are. */
class JobFuzzTest {
  private static final Job JOB = new Job("shop", "build", Map.of(), Job.Status.FAILED);
  private static final Decoding OUTPUT = (body, limit) -> new JobOutput(body, limit, JOB);

  static Stream<byte[]> seeds() {
    return Seeds.of("senders");
  }

  @MethodSource("seeds")
  @FuzzTest
  void outputSurvives(byte[] body) {
    OUTPUT.survives(body);
  }
}
