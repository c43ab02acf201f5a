package io.stormdrain.ingest.otlp;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes JSON by hand, where nothing but text needs care. */
final class Json {
  private Json() {}

  static void quote(String text, StringBuilder json) {
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
  }
}
