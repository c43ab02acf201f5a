package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells values that are secrets from what else stands behind a name. */
final class Values {
  private static final int LONGEST_PLACEHOLDER = 64;
  private static final Chars LETTER = Chars.of("A-Za-z");
  private static final Chars CAPITAL = Chars.of("A-Z");
  private static final Chars SMALL = Chars.of("a-z");
  private static final Chars MEMBER = Chars.of("A-Za-z_.");
  private static final Chars SEPARATOR = Chars.of("/.:_-");
  private static final int LONGEST_SENTENCE = 256;
  private static final Chars VARIABLE = Chars.of("A-Z0-9_");

  /** What people and programs write where a secret would stand. */
  private static final Set<String> WORDS =
      Set.of(
          "true",
          "false",
          "null",
          "nil",
          "none",
          "undefined",
          "yes",
          "no",
          "on",
          "off",
          "set",
          "unset",
          "present",
          "missing",
          "empty",
          "required",
          "optional",
          "invalid",
          "provided",
          "changed",
          "expired",
          "default",
          "hidden",
          "masked",
          "filtered",
          "redacted",
          "removed",
          "string",
          "secret",
          "password",
          "token",
          "invalid_token",
          "is",
          "was",
          "not",
          "bearer",
          "basic",
          "ok",
          "failed",
          "accepted",
          "rejected",
          "granted",
          "denied",
          "never",
          "unknown");

  private Values() {}

  /** Does something stand here that only says where a secret would be? */
  static boolean isPlaceholder(byte[] text, int from, int to) {
    int length = to - from;
    if (length == 0 || Hits.isMarked(text, from)) {
      return true;
    }
    if (length > LONGEST_PLACEHOLDER) {
      return false;
    }
    return isOneCharacter(text, from, to)
        || isTemplate(text, from, to)
        || WORDS.contains(new String(text, from, length, US_ASCII).toLowerCase(Locale.ROOT));
  }

  /** As {@code ****}. */
  private static boolean isOneCharacter(byte[] text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (text[i] != text[from]) {
        return false;
      }
    }
    return "*xX.#-?_".indexOf(text[from]) >= 0;
  }

  /**
   * As <code>${NAME}</code>, {@code $NAME}, {@code $1}, <code>{{ name }}</code>, {@code <name>},
   * {@code [name]}, {@code %s}, {@code %(name)s}, <code>#{name}</code>.
   */
  private static boolean isTemplate(byte[] text, int from, int to) {
    byte first = text[from];
    byte last = text[to - 1];
    byte second = to - from > 1 ? text[from + 1] : 0;
    return switch (first) {
      case '$' -> second == '{' || second == '(' || VARIABLE.all(text, from + 1, to);
      case '{' -> second == '{' || last == '}';
      case '<' -> last == '>';
      case '[' -> last == ']';
      case '%' -> to - from == 2 || second == '(';
      case '#' -> second == '{';
      default -> false;
    };
  }

  /** Letters and digits in one value of at least so many characters: no word of a language. */
  static boolean isMixed(byte[] text, int from, int to, int least) {
    return to - from >= least && Chars.DIGIT.any(text, from, to) && LETTER.any(text, from, to);
  }

  /** Long enough, and of capitals and small letters: words are written in one of them. */
  static boolean isRandom(byte[] text, int from, int to, int least) {
    return to - from >= least
        && CAPITAL.any(text, from + 1, to)
        && SMALL.any(text, from, to)
        && Chars.BASE64URL.all(text, from, to);
  }

  /** A small number, as in {@code pass=12 fail=0}. */
  static boolean isCount(byte[] text, int from, int to) {
    return to - from <= 5 && Chars.DIGIT.all(text, from, to);
  }

  /**
   * Words and numbers with separators between, as things are named in clusters and folders: {@code
   * my-app-config-2}.
   */
  static boolean isName(byte[] text, int from, int to) {
    int segments = 1;
    boolean letters = false;
    boolean digits = false;
    for (int i = from; i < to; i++) {
      if (SEPARATOR.has(text[i])) {
        segments++;
        letters = false;
        digits = false;
      } else {
        letters |= LETTER.has(text[i]);
        digits |= Chars.DIGIT.has(text[i]);
        if ((letters && digits) || !Chars.ALNUM.has(text[i])) {
          return false;
        }
      }
    }
    return segments > 1;
  }

  /** Something that stands in a program for the secret, or says where to find it. */
  static boolean isExpression(byte[] text, Assignment value) {
    int from = value.from();
    int to = value.to();
    if (value.form() == Assignment.Form.QUOTED) {
      return isSentence(text, from, to);
    }
    byte first = text[from];
    byte last = text[to - 1];
    return "[{(".indexOf(first) >= 0
        || isPath(text, from, to)
        || last == '['
        || isCall(text, from, to)
        || startsWith(text, from, to, "arn:")
        || startsWith(text, from, to, "http")
        || isMember(text, from, to);
  }

  /** As {@code /home/app}. */
  private static boolean isPath(byte[] text, int from, int to) {
    boolean rooted = text[from] == '/' || text[from] == '~';
    return rooted && (MEMBER.all(text, from + 1, to) || isName(text, from + 1, to));
  }

  /** As {@code getSecret(name)}. */
  private static boolean isCall(byte[] text, int from, int to) {
    int name = MEMBER.runEnd(text, from, to);
    return name > from && name < to && text[name] == '(';
  }

  private static boolean isSentence(byte[] text, int from, int to) {
    int blanks = 0;
    for (int i = from; i < Math.min(to, from + LONGEST_SENTENCE); i++) {
      blanks += text[i] == ' ' ? 1 : 0;
    }
    return blanks >= 3;
  }

  private static boolean startsWith(byte[] text, int from, int to, String word) {
    byte[] bytes = word.getBytes(US_ASCII);
    return to - from > bytes.length
        && Arrays.equals(text, from, from + bytes.length, bytes, 0, bytes.length);
  }

  /** As {@code config.password} or {@code db_password}. */
  private static boolean isMember(byte[] text, int from, int to) {
    if (!MEMBER.all(text, from, to)) {
      return false;
    }
    String name = new String(text, from, to - from, US_ASCII).toLowerCase(Locale.ROOT);
    return name.indexOf('.') > 0
        || Stream.of("password", "passwd", "pwd", "secret", "token", "_key")
            .anyMatch(name::endsWith);
  }
}
