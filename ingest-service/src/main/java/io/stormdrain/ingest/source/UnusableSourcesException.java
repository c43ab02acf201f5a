package io.stormdrain.ingest.source;

/** A sources file that cannot be used; the message names the file, the line and the reason. */
public final class UnusableSourcesException extends Exception {
  UnusableSourcesException(String file, int line, String reason) {
    super(line > 0 ? file + ":" + line + ": " + reason : file + ": " + reason);
  }
}
