package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.stormdrain.ingest.redact.Assignment.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The value of something whose name says that it is secret.
 *
 * @param anchor the part of the name that says so, perhaps with the character behind it
 */
record NamedValue(Anchor anchor, Trust trust) implements Rule {

  /** How much the name alone says. */
  enum Trust {
    /** Whatever stands there is one. */
    PASSWORD,
    /** Only if it looks like one: there are tokens of parsers and of pages. */
    SECRET,
    /** A long one in a URL. */
    SIGNATURE
  }

  private static final int SHORTEST_SIGNATURE = 20;
  private static final int SHORTEST_SECRET = 8;
  private static final int SHORTEST_PASSWORD = 6;
  private static final int SHORTEST_IN_PROSE = 16;
  private static final int LONG = 32;
  private static final int LONGEST_NAME = 64;

  /** Ends of names of which the value is still the secret itself. */
  private static final Set<String> TAILS =
      Set.of(
          "",
          "s",
          "key",
          "keybase",
          "base",
          "value",
          "text",
          "plain",
          "string",
          "accesskey",
          "token",
          "secret",
          "password",
          "confirmation",
          "prod",
          "production",
          "dev",
          "staging",
          "test",
          "old",
          "new",
          "current",
          "live");

  /** Begins of names that only sound secret. */
  private static final Set<String> HARMLESS =
      Set.of(
          "page",
          "next",
          "nextpage",
          "pagination",
          "cursor",
          "continuation",
          "sync",
          "cancel",
          "cancellation",
          "idempotency",
          "max",
          "min",
          "num",
          "stop",
          "eos",
          "bos",
          "pad",
          "unk",
          "mask",
          "per",
          "prompt",
          "completion",
          "special",
          "unexpected",
          "design",
          "public",
          "cache");

  private static final Chars NAME = Chars.of("0-9A-Za-z_-");
  private static final Chars LETTER = Chars.of("A-Za-z");

  @Override
  public List<Anchor> anchors() {
    return List.of(anchor);
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    int word = NAME.has(text[at]) ? at : at + 1;
    int wordEnd = NAME.has(text[end - 1]) ? end : end - 1;
    int nameEnd = NAME.runEnd(text, wordEnd, Math.min(text.length, wordEnd + LONGEST_NAME));
    int name = NAME.runBegin(text, word, Math.max(0, word - LONGEST_NAME));
    if (isUser(text, name)) {
      return;
    }
    int begin = name + leadingDashes(text, name, word);
    Assignment value = Assignment.after(text, begin, nameEnd);
    // The name last: it takes longest.
    if (value != null && isSecret(text, value) && isNamedSo(text, name, word, wordEnd, nameEnd)) {
      hits.add(SecretKind.NAMED, value.from(), value.wholeTo(text));
    }
  }

  /** In {@code https://token:...@host} the password is what the address says it is. */
  private static boolean isUser(byte[] text, int name) {
    return name >= 2 && text[name - 1] == '/' && text[name - 2] == '/';
  }

  private static int leadingDashes(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] == '-') {
      i++;
    }
    return i - from;
  }

  private boolean isNamedSo(byte[] text, int name, int word, int wordEnd, int nameEnd) {
    // "pass" and "pwd" are ends of words too, as in "bypass" and "OLDPWD".
    boolean ending = wordEnd - word <= 4 && trust == Trust.PASSWORD;
    if (ending && word > 0 && LETTER.has(text[word - 1]) && !isCapital(text, word)) {
      return false;
    }
    String tail = letters(text, wordEnd, nameEnd);
    return TAILS.contains(tail)
        && !HARMLESS.contains(letters(text, name, word))
        && !HARMLESS.contains(wordBefore(text, name));
  }

  private static String wordBefore(byte[] text, int name) {
    boolean follows = name >= 2 && text[name - 1] == ' ' && LETTER.has(text[name - 2]);
    int least = Math.max(0, name - LONGEST_NAME);
    return follows ? letters(text, LETTER.runBegin(text, name - 1, least), name - 1) : "";
  }

  private static boolean isCapital(byte[] text, int word) {
    return text[word] == 'P' && text[word - 1] >= 'a';
  }

  private static String letters(byte[] text, int from, int to) {
    if (from == to) {
      return "";
    }
    StringBuilder letters = new StringBuilder(to - from);
    for (char c : new String(text, from, to - from, US_ASCII).toCharArray()) {
      if (Character.isLetter(c)) {
        letters.append(c);
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private boolean isSecret(byte[] text, Assignment value) {
    int from = value.from();
    int to = value.to();
    if (Values.isPlaceholder(text, from, to) || Values.isExpression(text, value)) {
      return false;
    }
    boolean prose = value.form() == Form.LOOSE;
    return switch (trust) {
      case SIGNATURE -> to - from >= SHORTEST_SIGNATURE;
      case PASSWORD ->
          prose
              ? Values.isMixed(text, from, to, SHORTEST_PASSWORD)
              : !Values.isCount(text, from, to);
      case SECRET -> isKey(text, from, to, prose ? SHORTEST_IN_PROSE : SHORTEST_SECRET);
    };
  }

  private static boolean isKey(byte[] text, int from, int to, int least) {
    boolean random = Values.isMixed(text, from, to, least) || Values.isRandom(text, from, to, LONG);
    return random && !Values.isName(text, from, to);
  }
}
