package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every receiver that speaks over a network must do, whatever its other end does. */
@Timeout(60)
public abstract class ReceiverSuite {

  protected static final String SECRET = "s3cr3t-4nd-n0b0dys-busin3ss";
  protected static final Duration LIMIT = Duration.ofSeconds(3);

  protected Counterpart counterpart;
  protected Receiver receiver;

  /** Starts the other end. */
  protected abstract Counterpart counterpart();

  /** A receiver that speaks to it, with {@link #SECRET} for its secrets. */
  protected abstract Receiver receiver(Counterpart to);

  @BeforeEach
  void start() {
    counterpart = counterpart();
    receiver = receiver(counterpart);
  }

  @AfterEach
  void stop() {
    counterpart.close();
  }

  @Test
  void tellsOnce() {
    counterpart.accepts();

    assertThat(tell()).isInstanceOf(Outcome.Delivered.class);
    assertThat(counterpart.received()).isEqualTo(1);
  }

  @Test
  void aFormThatIsRefusedMayBePutPlainly() {
    counterpart.refusesForm();

    assertThat(refused().fault().kind()).isEqualTo(Fault.Kind.FORM);

    counterpart.accepts();

    assertThat(tell(Notice.OPENED, true)).isInstanceOf(Outcome.Delivered.class);
  }

  @Test
  void everyWrongSettingIsSaidToBeOne() {
    for (String way : counterpart.wrongSettings()) {
      counterpart.refusesSetting(way);

      assertThat(refused().fault().kind()).as(way).isEqualTo(Fault.Kind.CONFIGURATION);
    }
  }

  @Test
  void aLimitIsSaidToBeOne() {
    counterpart.limits();

    assertThat(retry().fault()).isEqualTo(Fault.RATE_LIMITED);
  }

  @Test
  void troubleOfTheOtherEndPasses() {
    counterpart.fails();

    assertThat(retry().fault()).isEqualTo(Fault.SERVER_ERROR);
  }

  @Test
  void whereNobodyListensNothingHasArrived() {
    counterpart.goesAway();

    assertThat(retry().fault()).isEqualTo(Fault.UNREACHABLE);
  }

  @Test
  void whatIsHungUpOnMayHaveArrived() {
    counterpart.hangsUp();

    assertThat(tell()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void silenceIsWaitedForNoLongerThanTheLimit() {
    counterpart.staysSilent();
    long before = System.nanoTime();

    Outcome outcome = tell();

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT.multipliedBy(4));
  }

  @Test
  void aHugeAnswerDoesNoHarm() {
    counterpart.babbles();

    assertThat(tell()).isInstanceOfAny(Outcome.Delivered.class, Outcome.Unknown.class);
  }

  @Test
  void afterAFaultItGoesOn() {
    counterpart.hangsUp();
    tell();
    counterpart.accepts();

    assertThat(tell()).isInstanceOf(Outcome.Delivered.class);
  }

  @Test
  void noOutcomeSaysTheSecret() {
    counterpart.refusesForm();
    assertThat(tell().toString()).doesNotContain(SECRET);
    counterpart.hangsUp();
    assertThat(tell().toString()).doesNotContain(SECRET);
    counterpart.goesAway();
    assertThat(tell().toString()).doesNotContain(SECRET);
    assertThat(receiver.toString() + receiver.name()).doesNotContain(SECRET);
  }

  protected Outcome tell() {
    return tell(Notice.OPENED, false);
  }

  protected Outcome tell(Notice notice, boolean plain) {
    return receiver.tell(telling(notice, plain, null));
  }

  protected static Telling telling(Notice notice, boolean plain, @Nullable String reference) {
    Message message = Trouble.crashLoop().message(notice);
    return new Telling(
        42,
        message,
        Reason.Notice.MESSAGE,
        new Conversation(message.title(), message.severity(), reference),
        plain);
  }

  private Outcome.Refused refused() {
    return (Outcome.Refused) tell();
  }

  private Outcome.Retry retry() {
    return (Outcome.Retry) tell();
  }
}
