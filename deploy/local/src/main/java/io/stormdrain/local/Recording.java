package io.stormdrain.local;

import io.stormdrain.local.transcript.TranscriptLine;
import io.stormdrain.local.transcript.TranscriptReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * A transcript in a file. It is read twice, and never held in memory.
 *
 * @param file which
 */
record Recording(Path file) {

  /** What to do with its lines. */
  @FunctionalInterface
  interface Use<T> {
    T of(Iterator<TranscriptLine> lines) throws InterruptedException;
  }

  Recording {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new StormdrainException("there is no file " + file + " that can be read");
    }
  }

  <T> T read(Use<T> use) throws InterruptedException {
    // Bytes that are no UTF-8 become the replacement character, as they do on a terminal.
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      return use.of(new TranscriptReader(text));
    } catch (IOException e) {
      throw new StormdrainException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new StormdrainException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
