package io.stormdrain.notifier.message;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Text as an attacker would write it into a log. */
public final class HostileText {

  private static final List<String> FRAGMENTS =
      List.of(
          "<!channel>",
          "<!here|x>",
          "<!everyone>",
          "<@U024BE7LH>",
          "<#C024BE7LR>",
          "<https://evil.example|click>",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "&amp;&lt;&",
          "```",
          "*_~`",
          ":wave:",
          "\r\nBcc: all@example.org\r\n\r\n",
          "\u001b[31mred\u001b[0m",
          "\u001b]0;title\u0007",
          "\u009b2J",
          "[91mx[0m",
          "\u202egnp.exe",
          "\u200b\u2060\ufeff",
          "\u2028\u2029\u0085",
          "\ud83d",
          "\ude00\ud83d",
          "😀👩‍👩‍👧",
          "{message.incident}{#for x in y}",
          "{app}",
          "\"\\\"\\u0000",
          "\u0000\u0007\b\u007f");

  private HostileText() {}

  public static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(FRAGMENTS)),
            Tuple.of(2, Arbitraries.strings().all().ofMaxLength(30)),
            Tuple.of(1, Arbitraries.strings().withChars("&<>\"\\").ofMaxLength(400)))
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  /** A message with such text wherever a sender or a log has a say. */
  public static Arbitrary<Message> messages() {
    return any().list().ofMinSize(4).ofMaxSize(40).map(texts -> message(texts));
  }

  /** One with all of it. */
  public static Message worst() {
    return message(FRAGMENTS);
  }

  private static Message message(List<String> texts) {
    Trouble trouble = new Trouble("shop" + texts.get(0));
    for (int n = 0; n < texts.size(); n++) {
      trouble.sees(
          n % 2 == 0 ? "module.missing" : "exception.thrown",
          "web.1" + texts.get(1),
          texts.get(n),
          Map.of("module", texts.get(n), "fingerprint", texts.get(2)),
          texts.get(n),
          texts.get(n),
          "Add " + texts.get(n) + " to requirements.txt, heroku config --app x",
          texts.get(3) + ": heroku logs " + texts.get(n));
    }
    return trouble.acknowledgedBy(texts.get(2)).message(Notice.UPDATED);
  }
}
