package io.stormdrain.ingest.logplex;

import static io.stormdrain.ingest.message.Fault.EMPTY;
import static io.stormdrain.ingest.message.Fault.HEADER;
import static io.stormdrain.ingest.message.Fault.OVERRUN;
import static io.stormdrain.ingest.message.Fault.UNCOUNTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies that are hostile, broken, or made by hand: a bad frame costs that frame, and is kept. */
class BrokenBodiesTest {
  private static final String DYNO =
      "<45>1 2026-03-01T10:00:00.123456+00:00 host heroku web.1 - State changed from starting to"
          + " crashed\n";
  private static final String CRASHED = "|State changed from starting to crashed";
  private static final String MODULE = "|ModuleNotFoundError: No module named 'typer'";
  private static final String LISTENING = "|Listening on port 5000";

  @Test
  void aBodyCutInItsLastFrameKeepsTheRest() {
    String cut = "r|102 <190>1 2026-03-01T10:00:00.120001+00:00 host app web.1 -";

    assertBody("g-count-too-large-at-end", Map.of(OVERRUN, 1), CRASHED, cut);
  }

  @Test
  void aCountBeyondTheBodyCostsItsOwnFrame() {
    assertBody("g-count-too-large", Map.of(OVERRUN, 1), "r|998 " + DYNO, MODULE, LISTENING);
  }

  @Test
  void aCountThatReachesIntoTheNextFrameCostsItsOwnFrame() {
    assertBody("g-count-into-next-frame", Map.of(OVERRUN, 1), "r|107 " + DYNO, MODULE, LISTENING);
  }

  @Test
  void aCountThatIsTooSmallCutsTheLineAndKeepsTheRest() {
    String cut = "|State changed from starting to ";

    assertBody("g-count-too-small", Map.of(UNCOUNTED, 1), cut, "r|crashed\n", MODULE, LISTENING);
  }

  @Test
  void aCountWithoutTheLineFeedIsUnderstood() {
    assertBody("g-count-without-line-feed", Map.of(), CRASHED, MODULE, LISTENING);
  }

  @Test
  void garbageAfterGoodFramesIsKept() {
    String garbage = "r|then something else\n";

    assertBody("g-trailing-garbage", Map.of(UNCOUNTED, 1), CRASHED, MODULE, garbage);
  }

  @Test
  void aCountOfZeroCostsNothingElse() {
    assertBody("g-count-zero", Map.of(EMPTY, 1), "r|0 ", CRASHED, MODULE);
  }

  @Test
  void aMessageCountedZeroIsKeptRaw() {
    assertBody("g-count-zero-of-a-message", Map.of(EMPTY, 1), "r|0 " + DYNO, MODULE);
  }

  @Test
  void leadingZerosOfACountAreUnderstood() {
    assertBody("g-count-leading-zeros", Map.of(), CRASHED, MODULE);
  }

  @Test
  void aCountOfElevenDigitsCostsItsFrame() {
    String raw = "r|12345678901 " + DYNO;

    assertBody("g-count-of-eleven-digits", Map.of(UNCOUNTED, 1), raw, MODULE);
  }

  @Test
  void aMissingSpaceAfterTheCountCostsItsFrame() {
    assertBody("g-missing-space", Map.of(UNCOUNTED, 1), "r|98" + DYNO, MODULE);
  }

  @Test
  void lineFeedsBetweenFramesAreNoFault() {
    assertBody("g-newline-between", Map.of(), CRASHED, MODULE, LISTENING);
  }

  @Test
  void unframedMessagesAreKeptRaw() {
    Decoded body = Decoded.logplex("g-no-framing");

    assertThat(body.lines()).singleElement().matches(line -> line.text().startsWith(DYNO));
  }

  @Test
  void plainTextIsKeptRaw() {
    assertBody("g-plain-text", Map.of(UNCOUNTED, 1), "r|hello from curl\n");
  }

  @Test
  void anUnreadableTimeIsNoFault() {
    assertBody("g-bad-time-in-one", Map.of(), CRASHED, LISTENING, MODULE);
  }

  @Test
  void aMissingTimeIsNoFault() {
    assertBody("g-no-time-in-one", Map.of(), CRASHED, LISTENING, MODULE);
  }

  @Test
  void anUnreadablePriorityCostsItsFrame() {
    String raw =
        "r|<abc>1 2026-03-01T10:00:00.130001+00:00 host app web.1 - Listening on port 5000\n";

    assertBody("g-bad-priority-in-one", Map.of(HEADER, 1), CRASHED, raw, MODULE);
  }

  @Test
  void missingFieldsCostTheirFrame() {
    String raw = "r|<190>1 2026-03-01T10:00:00.130001+00:00 host\n";

    assertBody("g-missing-fields-in-one", Map.of(HEADER, 1), CRASHED, raw, MODULE);
  }

  @Test
  void anEndlessFieldCostsItsFrame() {
    String name = "x".repeat(256);
    String message = "<190>1 2026-03-01T10:00:00.130001+00:00 host app " + name + " - Listening\n";
    byte[] body = (message.length() + " " + message).getBytes(UTF_8);

    Decoded read = Decoded.of(body, Decoded.LOGPLEX);

    assertThat(read.texts()).containsExactly("r|" + message);
    assertThat(read.counts().faults()).isEqualTo(Map.of(HEADER, 1));
  }

  @Test
  void theMessageMayBeMissing() {
    assertBody("g-no-message", Map.of(), "|", "|", MODULE);
  }

  @Test
  void controlBytesStayInTheMessage() {
    assertBody("g-nul-and-cr", Map.of(), "|a\0b\rc\r", MODULE);
  }

  @Test
  void invalidBytesBecomeReplacementCharacters() {
    assertBody("g-not-utf8", Map.of(), "|caf\uFFFD \uFFFD \uFFFD ok", MODULE);
  }

  @Test
  void anEmptyBodyHasNoLines() {
    assertBody("g-empty", Map.of());
  }

  private static void assertBody(String fixture, Map<Fault, Integer> faults, String... texts) {
    Decoded body = Decoded.logplex(fixture);
    assertThat(body.texts()).containsExactly(texts);
    assertThat(body.counts().faults()).isEqualTo(faults);
    assertThat(body.counts().lostLines()).isZero();
  }
}
