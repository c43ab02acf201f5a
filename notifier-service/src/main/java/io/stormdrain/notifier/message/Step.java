package io.stormdrain.notifier.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One thing to do: a sentence, with the commands in it marked as such. */
public record Step(List<Span> spans) {

  /** A command begins a sentence, or follows a colon or semicolon, and ends with its clause. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:^|(?<=[:;] ))(?:heroku|git|pip|npm|yarn|railway|render|docker|psql) [^;]+(?=;|$)");

  public Step {
    spans = List.copyOf(spans);
  }

  /** Finds the commands in a sentence. */
  public static Step of(String sentence) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(sentence);
    int from = 0;
    while (matcher.find()) {
      if (matcher.start() > from) {
        spans.add(new Span(sentence.substring(from, matcher.start()), false));
      }
      spans.add(new Span(matcher.group(), true));
      from = matcher.end();
    }
    if (from < sentence.length()) {
      spans.add(new Span(sentence.substring(from), false));
    }
    return new Step(spans);
  }

  /** The whole sentence. */
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
