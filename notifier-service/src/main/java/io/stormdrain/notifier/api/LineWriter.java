package io.stormdrain.notifier.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.notifier.line.LogLine;
import io.stormdrain.notifier.line.Looked;
import io.stormdrain.notifier.line.Search;
import java.io.IOException;
import java.io.OutputStream;

/** Writes lines as they are found; one that cannot be written ends the search. */
final class LineWriter {

  private final ObjectMapper json;
  private final OutputStream out;

  LineWriter(ObjectMapper json, OutputStream out) {
    this.json = json;
    this.out = out;
  }

  void write(LineSearch search, Search wanted) throws IOException {
    Looked looked = search.look(wanted, this::took);
    if (looked.end() != Looked.End.LEFT) {
      put(LookedEntry.of(looked));
    }
  }

  private boolean took(LogLine line) {
    try {
      put(LineEntry.of(line));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void put(Object value) throws IOException {
    out.write(json.writeValueAsBytes(value));
    out.write('\n');
    out.flush();
  }
}
