package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import io.stormdrain.notifier.slack.WebhookEntry;
import io.stormdrain.notifier.webhook.HookEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An incident opens, is told, ends, and that is told; and at every statement and (with {@code
 * -Dstormdrain.sweep=full}, else at many of them) every byte to and from the receiver the service
 * is killed and started again. What is told is the same as if it had not been, but for one window:
 * between the last byte of the request and the commit that says it has arrived, nobody can know.
 * Then it is told once more, to Slack with a mark, to a webhook under the same id.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class KillSweepTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Pattern ID = Pattern.compile("webhook-id: *(\\S+)");
  private static final boolean FULL = "full".equals(System.getProperty("stormdrain.sweep"));
  private static final int STRIDE = 401;
  private static final int STEP = 3;
  private static final int TAIL = 50;
  private static final long ENDLESS = Long.MAX_VALUE;

  /** Who is told. */
  enum Kind {
    SLACK_WEBHOOK {
      @Override
      ReceiverEntry entry(String address) {
        return new WebhookEntry(Secret.of(address));
      }
    },
    WEBHOOK {
      @Override
      ReceiverEntry entry(String address) {
        Secret key = Secret.of("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3");
        return new HookEntry(Secret.of(address), List.of(key), true);
      }
    };

    abstract ReceiverEntry entry(String address);

    /** Whether a request says that it may repeat another. */
    boolean isMarked(String request, String earlier) {
      return switch (this) {
        case SLACK_WEBHOOK -> request.contains("possible repeat");
        case WEBHOOK -> id(request).equals(id(earlier));
      };
    }

    private static String id(String request) {
      return ID.matcher(request).results().map(MatchResult::group).findFirst().orElseThrow();
    }
  }

  private final TestClock clock = new TestClock();
  private final DeadlyServer server = new DeadlyServer();

  KillSweepTest() throws IOException {}

  @BeforeEach
  void live() {
    Death.never();
  }

  @AfterEach
  void end() {
    Death.never();
    server.close();
    PostOffice.clear();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void killedBeforeAnyStatementItTellsTheSame(Kind kind) throws Exception {
    int statements = play(kind, Integer.MAX_VALUE, ENDLESS).statements();

    assertThat(statements).isGreaterThan(20);
    for (int last = 0; last <= statements; last += FULL ? 1 : STEP) {
      play(kind, last, ENDLESS);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void killedAtAnyByteItTellsTheSame(Kind kind) throws Exception {
    long bytes = play(kind, Integer.MAX_VALUE, ENDLESS).bytes();

    assertThat(bytes).isGreaterThan(500);
    for (long last : LongStream.range(0, bytes).filter(n -> isSwept(n, bytes)).toArray()) {
      play(kind, Integer.MAX_VALUE, last);
    }
  }

  /** Within the last answer and around the end of its request every byte, elsewhere some. */
  private static boolean isSwept(long at, long bytes) {
    return FULL || at % STRIDE == 0 || at > bytes - TAIL;
  }

  /** What a story takes. */
  private record Cost(int statements, long bytes) {}

  /** The whole story, with one end after so many statements or bytes. */
  private Cost play(Kind kind, int statements, long bytes) throws InterruptedException {
    PostOffice.clear();
    Story story = new Story(kind);
    server.endsAfter(bytes);
    Death.after(statements);
    story.step(office -> office.breaks("shop"));
    story.step(office -> office.deliverAfter(MINUTE));
    story.step(office -> office.mends("shop"));
    story.step(office -> office.deliverAfter(MINUTE));
    Cost cost = new Cost(Death.statements(), bytes - server.left());
    Death.never();
    story.isToldAs("killed after %d statements or %d bytes".formatted(statements, bytes));
    return cost;
  }

  /** What happens in a story. */
  private interface Step {
    void take(PostOffice office) throws InterruptedException;
  }

  /** A story, and the services that live through it, one after the other. */
  private final class Story {

    private final int before = server.taken().size();
    private final Kind kind;
    private final Receiver receiver;
    private PostOffice office;
    private int unwritten;

    Story(Kind kind) {
      this.kind = kind;
      receiver =
          RealReceiver.of(
              kind.entry("http://127.0.0.1:" + server.port() + "/hook"), Map.of(), clock);
      office = new PostOffice(clock, Map.of(), receiver);
    }

    /** Takes a step; if the service dies of it, the next one takes it once more. */
    void step(Step step) throws InterruptedException {
      try {
        step.take(office);
      } catch (Throwable e) {
        assertThat(Death.hasCome()).as("died of %s", e).isTrue();
      }
      Thread.interrupted();
      office.awaitQuiet();
      if (Death.hasCome()) {
        Death.never();
        server.endsAfter(ENDLESS);
        Death.awaitRollback();
        office = new PostOffice(clock, Map.of(), receiver);
        unwritten = requests().size() - sent();
        clock.pass(MINUTE);
        step.take(office);
      }
    }

    /** Beginning and end, each once; once more what nobody wrote down, and that says so. */
    void isToldAs(String how) {
      List<String> requests = requests();
      assertThat(requests).as("%s: %s", how, office.ledger()).hasSize(2 + unwritten);
      if (unwritten > 0) {
        boolean first = kind.isMarked(requests.get(1), requests.get(0));
        boolean second = kind.isMarked(requests.get(2), requests.get(1));
        assertThat(first ^ second).as(how).isTrue();
      }
      assertThat(office.states()).as(how).containsOnly(SENT);
    }

    private List<String> requests() {
      List<String> all = server.taken();
      return all.subList(before, all.size());
    }

    private int sent() {
      return (int) office.states().stream().filter(SENT::equals).count();
    }
  }
}
