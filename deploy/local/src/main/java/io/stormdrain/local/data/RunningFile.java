package io.stormdrain.local.data;

import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Notes of a run, for the commands beside it and for the run after it: the addresses, and the
 * processes that were started.
 */
public final class RunningFile {

  private static final String DRAIN = "drain";
  private static final String API = "api";
  private static final String KAFKA = "kafka";
  private static final String PROCESS = "process.";

  private final Path file;

  RunningFile(Path file) {
    this.file = file;
  }

  /** Where the drain's door is, without credentials; empty when there was no run yet. */
  public Optional<String> drain() {
    return Optional.ofNullable(read().getProperty(DRAIN));
  }

  /** Where the notifier's API is; empty when there was no run yet. */
  public Optional<String> api() {
    return Optional.ofNullable(read().getProperty(API));
  }

  /** Where Kafka listens, {@code host:port}; empty when there was no run yet. */
  public Optional<String> kafka() {
    return Optional.ofNullable(read().getProperty(KAFKA));
  }

  /** Notes where the drain's door, the notifier's API and Kafka are. */
  public synchronized void noteAddresses(String drain, String api, String kafka) {
    Properties notes = read();
    notes.setProperty(DRAIN, drain);
    notes.setProperty(API, api);
    notes.setProperty(KAFKA, kafka);
    write(notes);
  }

  /** Notes a process under the name of its part; an earlier one of that name is forgotten. */
  public synchronized void noteProcess(String part, long pid) {
    Properties notes = read();
    notes.setProperty(PROCESS + part, pid + " " + started(ProcessHandle.of(pid)));
    write(notes);
  }

  /** Forgets the processes, which have ended. */
  public synchronized void forgetProcesses() {
    Properties notes = read();
    notes.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PROCESS))
        .forEach(notes::remove);
    write(notes);
  }

  /** Those noted processes that still live. */
  public List<ProcessHandle> processes() {
    Properties notes = read();
    return notes.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PROCESS))
        .map(notes::getProperty)
        .flatMap(note -> alive(note).stream())
        .toList();
  }

  /** By the time of its start we know it from a stranger with the same number. */
  private static Optional<ProcessHandle> alive(String note) {
    String[] parts = note.split(" ", 2);
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[0]));
    return process.filter(ProcessHandle::isAlive).filter(p -> started(process).equals(parts[1]));
  }

  private static String started(Optional<ProcessHandle> process) {
    return process.flatMap(p -> p.info().startInstant()).map(Instant::toString).orElse("unknown");
  }

  private Properties read() {
    Properties notes = new Properties();
    try {
      if (Files.exists(file)) {
        notes.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new StormdrainException("cannot read " + file, e);
    }
    return notes;
  }

  private void write(Properties notes) {
    StringWriter text = new StringWriter();
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      notes.store(text, null);
      Files.writeString(partial, text.toString());
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StormdrainException("cannot write " + file, e);
    }
  }
}
