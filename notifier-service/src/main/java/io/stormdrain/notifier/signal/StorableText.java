package io.stormdrain.notifier.signal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Text with the sign for what cannot be shown in the place of every NUL. */
final class StorableText extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1;
  private static final char NUL = 0;
  private static final char REPLACEMENT = '\uFFFD';

  StorableText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(parser, context);
    return text.indexOf(NUL) < 0 ? text : text.replace(NUL, REPLACEMENT);
  }
}
