package io.stormdrain.notifier.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do, made short: sentences that are alike but for a word or two become one sentence and a
 * list of these words, since thirty times "add this package" is one thing to do.
 *
 * @param steps the sentences, most important first
 * @param listings the words
 */
record Steps(List<Step> steps, List<Listing> listings) {

  private static final int MOST = 8;
  private static final int LONGEST = 400;

  /** From so many sentences on a list reads better. */
  private static final int ALIKE = 3;

  /** With more words that differ they are different sentences. */
  private static final int MOST_PLACES = 2;

  private static final int SHORTEST = 4;
  private static final String PLACE = "…";
  private static final String CLOSING = ").,;:";

  static Steps of(List<String> sentences) {
    List<Step> steps = new ArrayList<>();
    List<Listing> listings = new ArrayList<>();
    for (List<List<String>> alike : groups(sentences)) {
      if (alike.size() < ALIKE) {
        alike.forEach(words -> steps.add(Step.of(String.join(" ", words))));
      } else {
        Set<Integer> places = places(alike);
        String sentence = withPlaces(alike.getFirst(), places);
        steps.add(Step.of(sentence));
        listings.add(
            new Listing(
                PLACE + " is each of these " + alike.size() + ", ready to paste",
                alike.stream().map(words -> row(words, places)).toList()));
      }
    }
    return new Steps(steps.subList(0, Math.min(steps.size(), MOST)), listings);
  }

  /** What is alike together; each group stands where its first sentence stood. */
  private static List<List<List<String>>> groups(List<String> sentences) {
    Map<List<String>, List<List<String>>> groups = new LinkedHashMap<>();
    sentences.stream()
        .map(sentence -> LogText.line(sentence, LONGEST))
        .filter(sentence -> !sentence.isEmpty())
        .distinct()
        .map(sentence -> List.of(sentence.split(" ", -1)))
        .forEach(words -> {
          List<String> first =
              groups.keySet().stream().filter(key -> isAlike(key, words)).findFirst().orElse(words);
          groups.computeIfAbsent(first, key -> new ArrayList<>()).add(words);
        });
    return groups.values().stream().flatMap(Steps::whole).toList();
  }

  /** A group that differs in too many places taken together is none. */
  private static Stream<List<List<String>>> whole(List<List<String>> group) {
    return group.size() >= ALIKE && places(group).size() > MOST_PLACES
        ? group.stream().map(List::of)
        : Stream.of(group);
  }

  private static boolean isAlike(List<String> a, List<String> b) {
    return a.size() == b.size()
        && a.size() >= SHORTEST
        && places(List.of(a, b)).size() <= MOST_PLACES;
  }

  private static Set<Integer> places(List<List<String>> alike) {
    Set<Integer> places = new TreeSet<>();
    List<String> first = alike.getFirst();
    for (List<String> words : alike) {
      for (int at = 0; at < first.size(); at++) {
        if (!words.get(at).equals(first.get(at))) {
          places.add(at);
        }
      }
    }
    return places;
  }

  private static String withPlaces(List<String> words, Set<Integer> places) {
    List<String> sentence = new ArrayList<>(words);
    for (int at : places) {
      sentence.set(at, PLACE + words.get(at).substring(bare(words.get(at)).length()));
    }
    return String.join(" ", sentence);
  }

  /** The first word that differs; the other as a comment that requirement files understand. */
  private static String row(List<String> words, Set<Integer> places) {
    return places.stream()
        .map(at -> bare(words.get(at)))
        .distinct()
        .collect(Collectors.joining("  # "));
  }

  private static String bare(String word) {
    int end = word.length();
    while (end > 0 && CLOSING.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
