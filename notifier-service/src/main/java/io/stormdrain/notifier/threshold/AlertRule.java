package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When signals become an incident, how bad it is, and when it is over.
 *
 * @param id the class of trouble, the incident's type: {@code missing-module}
 * @param label the broader class it belongs to; its own id where there is none
 * @param on types of signals it looks at
 * @param where captures that must have these values
 * @param whereNot captures that must not have these values
 * @param stage where in a chain of trouble it stands
 * @param key what makes two troubles different, beside the app
 * @param severity from the moment it opens
 * @param opens when it opens; before, it is pending and nobody is told
 * @param raises what makes it worse
 * @param resolves what ends it, any of these
 * @param resetOn signals of the process that begin the count anew
 * @param explains classes that are effects of this one when they follow it
 * @param supersedes classes of the same key that say less than this one
 * @param oncePerRelease whether it is told again only when a new release has come
 * @param shadow whether it is only noted what it would have told: nobody is, and no other trouble
 *     has to do with it
 */
public record AlertRule(
    String id,
    String label,
    Set<String> on,
    Map<String, String> where,
    Map<String, String> whereNot,
    Stage stage,
    List<Key> key,
    Severity severity,
    Condition opens,
    List<Raise> raises,
    List<Resolve> resolves,
    Set<String> resetOn,
    Set<String> explains,
    Set<String> supersedes,
    boolean oncePerRelease,
    boolean shadow,
    Phrase title) {

  /** What makes two troubles of one class different. */
  public enum Key {
    PROCESS,
    PROCESS_TYPE,
    SUBJECT,
    FINGERPRINT,
    RELEASE
  }

  /**
   * What makes it worse.
   *
   * @param on types of signals that do so by themselves; empty where the condition decides
   */
  public record Raise(Severity to, Condition when, Set<String> on) {
    public Raise {
      on = Set.copyOf(on);
    }
  }

  public AlertRule {
    on = Set.copyOf(on);
    where = Map.copyOf(where);
    whereNot = Map.copyOf(whereNot);
    key = List.copyOf(key);
    raises = List.copyOf(raises);
    resolves = List.copyOf(resolves);
    resetOn = Set.copyOf(resetOn);
    explains = Set.copyOf(explains);
    supersedes = Set.copyOf(supersedes);
  }

  /** Whether the signal is this rule's business. */
  public boolean matches(Signal signal) {
    return on.contains(signal.type())
        && (!(opens instanceof Condition.Over over) || over.holds(signal))
        && where.entrySet().stream().allMatch(wanted -> has(signal, wanted))
        && whereNot.entrySet().stream().noneMatch(unwanted -> has(signal, unwanted));
  }

  private static boolean has(Signal signal, Map.Entry<String, String> capture) {
    return capture.getValue().equals(signal.capture(capture.getKey()));
  }

  /** The key the signal falls under; what it does not say is {@code -}. */
  public String keyOf(Signal signal) {
    List<String> parts = new ArrayList<>(key.size());
    for (Key part : key) {
      String value =
          switch (part) {
            case PROCESS -> signal.process();
            case PROCESS_TYPE -> signal.processType();
            case SUBJECT -> signal.subject();
            case FINGERPRINT -> signal.capture("fingerprint");
            case RELEASE -> signal.release();
          };
      parts.add(Objects.requireNonNullElse(value, "-"));
    }
    return String.join("|", parts);
  }

  /**
   * The tally with this signal.
   *
   * @param released when the release came under which it was seen; null when none is known
   */
  public Tally count(Tally tally, Signal signal, @Nullable Instant released) {
    Map<String, Long> values = new LinkedHashMap<>();
    all(Condition.Value.class)
        .map(Condition.Value::capture)
        .forEach(capture -> {
          Long value = signal.number(capture);
          if (value != null) {
            values.put(capture, value);
          }
        });
    Tally.Keep keep =
        new Tally.Keep(
            conditions().mapToInt(Condition::keep).max().orElse(0),
            first(Condition.Lasting.class, Condition.Lasting::gap),
            opens instanceof Condition.Count count ? count.apart() : null,
            first(Condition.Spike.class, Condition.Spike::within),
            all(Condition.Sequence.class).findAny().isPresent());
    return tally.add(signal, values, released, keep);
  }

  /**
   * The severity that the tally calls for.
   *
   * @param type of the signal that came last
   */
  public Severity severity(Tally tally, String type, Moment now) {
    Severity worst = severity;
    for (Raise raise : raises) {
      boolean applies =
          raise.on().isEmpty() ? raise.when().met(tally, now) : raise.on().contains(type);
      if (applies) {
        worst = worst.worse(raise.to());
      }
    }
    return worst;
  }

  /** The severity that the tally calls for by itself, whatever signal came last. */
  public Severity severity(Tally tally, Moment now) {
    return severity(tally, "", now);
  }

  /** Classes of trouble of the app that it looks at beside its own signals. */
  Set<String> correlatedWith() {
    return all(Condition.Correlated.class)
        .flatMap(with -> with.classes().stream())
        .collect(Collectors.toSet());
  }

  /** Whether so few come again that the spike is going to be over. */
  public Resolve.@Nullable Calm calm(Tally tally, Instant time) {
    if (!(opens instanceof Condition.Spike spike)) {
      return null;
    }
    return resolves.stream()
        .filter(Resolve.Calm.class::isInstance)
        .map(Resolve.Calm.class::cast)
        .filter(calm -> spike.than().timesUsual(tally.flow(), time, spike.within()) < calm.below())
        .findFirst()
        .orElse(null);
  }

  /** How long a first signal waits for a sign of recovery, null where it does not. */
  public @Nullable Duration patience() {
    return opens instanceof Condition.Unless unless ? unless.within() : null;
  }

  /** Whether a trouble that recovered before it was told was none. */
  public boolean isHarmlessOnceRecovered() {
    return opens instanceof Condition.Unless unless && unless.harmless();
  }

  /** When silence alone would end the trouble last seen then; null where it never does. */
  public @Nullable Instant quietAt(Instant lastSeen) {
    return resolves.stream()
        .filter(Resolve.Quiet.class::isInstance)
        .map(quiet -> lastSeen.plus(((Resolve.Quiet) quiet).duration()))
        .min(Instant::compareTo)
        .orElse(null);
  }

  private Stream<Condition> conditions() {
    return Stream.concat(Stream.of(opens), raises.stream().map(Raise::when));
  }

  private <C extends Condition> Stream<C> all(Class<C> kind) {
    return conditions().filter(kind::isInstance).map(kind::cast);
  }

  private <C extends Condition> @Nullable Duration first(
      Class<C> kind, Function<C, Duration> part) {
    return all(kind).map(part).findFirst().orElse(null);
  }
}
