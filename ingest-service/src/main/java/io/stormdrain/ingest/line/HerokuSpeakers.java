package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.source.Source;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a Heroku app, with the headers that all lines of one share, encoded once per
 * process and priority. Belongs to one event loop. Names of one-off dynos never come back, so newer
 * speakers replace older ones.
 */
public final class HerokuSpeakers {
  private static final int SPEAKERS = 256;
  private static final String LOGPLEX = "logplex";
  private static final int NO_PRIORITY = Integer.MAX_VALUE;

  /** A process, as the bytes APP-NAME, space, PROCID, with the headers of its lines. */
  private record Speaker(byte[] name, int priority, RecordHeaders headers) {
    boolean is(byte[] body, int from, int to, int otherPriority) {
      return priority == otherPriority && Arrays.equals(name, 0, name.length, body, from, to);
    }
  }

  private final Source source;
  private final byte[] key;
  private final RecordHeaders raw;
  private final @Nullable Speaker[] speakers = new @Nullable Speaker[SPEAKERS];

  /** None is known yet. */
  public HerokuSpeakers(Source source) {
    this.source = source;
    this.key = source.id().getBytes(UTF_8);
    this.raw = headers("-", Origin.APP, NO_PRIORITY);
  }

  /** The record key of the source's lines. */
  byte[] key() {
    return key;
  }

  /** Headers of a frame that could not be decoded. */
  RecordHeaders raw() {
    return raw;
  }

  /** Headers of a line of the process whose names stand at these offsets. */
  RecordHeaders of(byte[] body, int appFrom, int appTo, int processTo, int priority) {
    int hash = priority;
    for (int i = appFrom; i < processTo; i++) {
      hash = 31 * hash + body[i];
    }
    int slot = (hash ^ hash >>> 16) & (SPEAKERS - 1);
    Speaker known = speakers[slot];
    if (known != null && known.is(body, appFrom, processTo, priority)) {
      return known.headers();
    }
    String app = new String(body, appFrom, appTo - appFrom, UTF_8);
    String process = new String(body, appTo + 1, processTo - appTo - 1, UTF_8);
    Origin origin = Origin.onHeroku(app, process, priority);
    byte[] name = Arrays.copyOfRange(body, appFrom, processTo);
    Speaker speaker = new Speaker(name, priority, headers(process, origin, priority));
    speakers[slot] = speaker;
    return speaker.headers();
  }

  private RecordHeaders headers(String process, Origin origin, int priority) {
    RecordHeaders headers = new RecordHeaders();
    add(headers, LineHeader.APP, source.app());
    add(headers, LineHeader.PROCESS, process.equals("-") ? null : process);
    add(headers, LineHeader.ENVIRONMENT, source.environment());
    add(headers, LineHeader.TEAM, source.team());
    add(headers, LineHeader.PLATFORM, source.platform().word());
    add(headers, LineHeader.ORIGIN, origin.word());
    add(headers, LineHeader.DIALECT, LOGPLEX);
    add(headers, LineHeader.SEVERITY, severity(priority));
    return headers;
  }

  /** Guessed: Heroku gives all output of an app the same one. */
  private static @Nullable String severity(int priority) {
    Severity severity = Severity.ofPriority(priority, Trust.GUESSED);
    return severity == null ? null : severity.word();
  }

  private static void add(RecordHeaders headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(UTF_8));
    }
  }
}
