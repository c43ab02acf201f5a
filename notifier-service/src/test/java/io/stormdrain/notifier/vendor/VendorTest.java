package io.stormdrain.notifier.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.Tellings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What receivers make of messages is what vendors document that they take. */
final class VendorTest {

  /** Whose API it is. */
  enum Whose {
    NTFY,
    TEAMS,
    DISCORD,
    TELEGRAM,
    PAGER_DUTY;

    Vendor vendor() {
      return switch (this) {
        case NTFY -> new Ntfy();
        case TEAMS -> new Teams();
        case DISCORD -> new Discord();
        case TELEGRAM -> new Telegram();
        case PAGER_DUTY -> new PagerDuty();
      };
    }
  }

  @Property(tries = 150)
  void anyLogTextIsTakenInEveryForm(@ForAll Whose whose, @ForAll("hostile") Telling telling) {
    at(
        whose.vendor(),
        (vendor, receiver) -> {
          assertThat(receiver.tell(telling)).as("%s", vendor).isInstanceOf(Outcome.Delivered.class);
          assertThat(receiver.tell(plain(telling))).isInstanceOf(Outcome.Delivered.class);
        });
  }

  @ParameterizedTest
  @EnumSource(Whose.class)
  void anIncidentIsTakenFromItsBeginningToItsEnd(Whose whose) {
    at(
        whose.vendor(),
        (vendor, receiver) -> {
          Trouble trouble = Trouble.crashLoop();
          Outcome opened = receiver.tell(Tellings.of(trouble.message(Notice.OPENED)));
          String reference = ((Outcome.Delivered) opened).conversation();
          assertThat(later(receiver, trouble, Notice.RAISED, reference))
              .isInstanceOf(Outcome.Delivered.class);
          trouble.sees("process.up", "web.1", null, Map.of(), "up").after(Duration.ofMinutes(9));
          assertThat(later(receiver, trouble, Notice.RESOLVED, reference))
              .isInstanceOf(Outcome.Delivered.class);
          assertThat(later(receiver, trouble, Notice.RESOLVED, reference))
              .as("once more, as after a lost answer")
              .isInstanceOf(Outcome.Delivered.class);
        });
  }

  @ParameterizedTest
  @EnumSource(Whose.class)
  void aLimitIsHeardInTheWordsOfTheVendor(Whose whose) {
    at(
        whose.vendor(),
        (vendor, receiver) -> {
          vendor.limits();
          Outcome.Retry retry =
              (Outcome.Retry)
                  receiver.tell(Tellings.of(Trouble.crashLoop().message(Notice.OPENED)));

          assertThat(retry.fault()).isEqualTo(Fault.RATE_LIMITED);
          assertThat(retry.after())
              .isEqualTo(vendor.asksFor() == 0 ? null : Duration.ofMillis(vendor.asksFor()));
        });
  }

  @ParameterizedTest
  @EnumSource(Whose.class)
  void theVendorOfThisTestRefusesWhatIsTooMuch(Whose whose) {
    Vendor vendor = whose.vendor();
    ScriptedHttp.Reply.Answer answer = (ScriptedHttp.Reply.Answer) vendor.answer(vendor.tooMuch());

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(vendor.taken).isEmpty();
  }

  @Provide
  Arbitrary<Telling> hostile() {
    return Tellings.hostile();
  }

  /** What is done with a receiver and whom it speaks to. */
  private interface Talk {
    void with(Vendor vendor, Receiver receiver);
  }

  private static void at(Vendor vendor, Talk talk) {
    try (ScriptedHttp http = new ScriptedHttp().usually(vendor::answer)) {
      String base = http.address("").toString();
      Means means =
          new Means(
              Settings.of(Map.of()), WayOut.vertx(), WayOut.outgoing(), InstantSource.system());
      Setup setup = vendor.entry(URI.create(base)).setup("it", means);
      talk.with(vendor, ((Setup.Ready) setup).receiver());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome later(
      Receiver receiver, Trouble trouble, Notice notice, @Nullable String reference) {
    return receiver.tell(Tellings.of(trouble.message(notice), Reason.Notice.MESSAGE, reference));
  }

  private static Telling plain(Telling telling) {
    return new Telling(
        telling.delivery(), telling.message(), telling.form(), telling.conversation(), true);
  }
}
