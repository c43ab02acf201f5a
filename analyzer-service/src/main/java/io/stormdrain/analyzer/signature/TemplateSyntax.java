package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.signature.Template.Element;
import io.stormdrain.analyzer.signature.Template.Field;
import io.stormdrain.analyzer.signature.Template.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a template's text: {@code {name}}, {@code {name:type}} and {@code {:type}} are fields,
 * {@code {{} and {@code }}} are the braces themselves.
 */
final class TemplateSyntax {

  private final String source;
  private final List<Element> elements = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  private TemplateSyntax(String source) {
    this.source = source;
  }

  static List<Element> parse(String source) {
    return new TemplateSyntax(source).elements();
  }

  private List<Element> elements() {
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if ((c == '{' || c == '}') && at + 1 < source.length() && source.charAt(at + 1) == c) {
        literal.append(c);
        at += 2;
      } else if (c == '{') {
        at = field(at);
      } else {
        literal.append(c);
        at++;
      }
    }
    endLiteral();
    if (elements.stream().noneMatch(Literal.class::isInstance)) {
      throw new IllegalArgumentException("template '" + source + "' has no literal text");
    }
    return List.copyOf(elements);
  }

  private int field(int open) {
    int close = source.indexOf('}', open);
    if (close < 0) {
      throw new IllegalArgumentException("template '" + source + "': '{' without '}'");
    }
    endLiteral();
    if (!elements.isEmpty() && elements.getLast() instanceof Field) {
      throw new IllegalArgumentException(
          "template '" + source + "': two fields without text between them");
    }
    String inside = source.substring(open + 1, close);
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    CaptureType type = colon < 0 ? CaptureType.TEXT : CaptureType.of(inside.substring(colon + 1));
    elements.add(new Field(name.isEmpty() ? null : name, type));
    return close + 1;
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      elements.add(new Literal(literal.toString().getBytes(UTF_8)));
      literal.setLength(0);
    }
  }
}
