package io.stormdrain.notifier.vitals;

import io.stormdrain.notifier.signal.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who of an app talks, and how: the app as a whole, and each type of process. Bounded.
 *
 * @param rhythms by type of process; the whole app under {@link #ALL}
 * @param told by the same names, until when each was said to be heard of again, at the latest
 * @param restAt when a process was last put to rest, by its owner or its platform; null when never
 */
public record Voices(
    Map<String, Rhythm> rhythms, Map<String, Instant> told, @Nullable Instant restAt) {

  /** Name of the whole app. */
  public static final String ALL = "";

  /** Nobody was heard. */
  public static final Voices NONE = new Voices(Map.of(), Map.of(), null);

  private static final int MOST = 20;

  /**
   * What is to be said of somebody who was just heard.
   *
   * @param type of process; null for the whole app
   * @param silence that would be unheard of; null when none is any more
   */
  public record Word(@Nullable String type, @Nullable Duration silence) {}

  /** Those who were just heard, and what is to be said of them. */
  public record Heard(Voices voices, List<Word> words) {}

  public Voices {
    rhythms = Collections.unmodifiableMap(new LinkedHashMap<>(rhythms));
    told = Map.copyOf(told);
  }

  /** A process was put to rest: nobody is waited for until he is heard again. */
  public Voices rest(Instant at) {
    return new Voices(rhythms, Map.of(), at);
  }

  /** With one more record. */
  public Heard hear(Vitals vitals) {
    if (restAt != null && !vitals.from().isAfter(restAt)) {
      return new Heard(this, List.of());
    }
    Map<String, Rhythm> all = new LinkedHashMap<>(rhythms);
    Map<String, Instant> until = new LinkedHashMap<>(told);
    List<Word> words = new ArrayList<>();
    if (vitals.lines() > 0) {
      hear(ALL, vitals.from(), all, until, words);
    }
    for (String type : vitals.spoke().keySet()) {
      if (all.containsKey(type) || all.size() < MOST) {
        hear(type, vitals.from(), all, until, words);
      }
    }
    return new Heard(new Voices(all, until, restAt), words);
  }

  private static void hear(
      String name,
      Instant at,
      Map<String, Rhythm> rhythms,
      Map<String, Instant> told,
      List<Word> words) {
    Rhythm known = rhythms.get(name);
    Rhythm now = known == null ? Rhythm.first(at) : known.heard(at);
    rhythms.put(name, now);
    Duration silence = now.unheardOf();
    Instant until = told.get(name);
    String type = name.equals(ALL) ? null : name;
    if (silence == null && until != null) {
      told.remove(name);
      words.add(new Word(type, null));
    } else if (silence != null && isToBeSaid(now, at, silence, until)) {
      told.put(name, at.plus(silence));
      words.add(new Word(type, silence));
    }
  }

  /** Of one who talks all the time it is said now and then, which is cheaper and as good. */
  private static boolean isToBeSaid(
      Rhythm rhythm, Instant at, Duration silence, @Nullable Instant until) {
    return until == null
        || rhythm.isRegular()
        || at.isAfter(until.minus(silence.multipliedBy(3).dividedBy(4)));
  }
}
