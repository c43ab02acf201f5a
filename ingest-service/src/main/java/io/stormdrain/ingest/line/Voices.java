package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Voice;
import io.stormdrain.ingest.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks through one source in one dialect, with the key and the headers that all lines of one
 * voice share, encoded once. Belongs to one event loop. Replicas' ids never come back, so voices
 * that were not heard for long make room for others.
 */
public final class Voices {
  private static final int MOST = 512;

  private record Tone(Voice voice, @Nullable Severity severity, @Nullable String event) {}

  /** What the records of one voice have in common. */
  record Speaking(byte[] key, RecordHeaders headers) {}

  private final Source source;
  private final String dialect;
  private final Map<Tone, Speaking> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tone, Speaking> eldest) {
          return size() > MOST;
        }
      };

  /**
   * None is known yet.
   *
   * @param dialect how the bytes arrive, as the header writes it
   */
  public Voices(Source source, String dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  Speaking of(Message message) {
    Tone tone = new Tone(message.voice(), message.severity(), message.event());
    return known.computeIfAbsent(tone, this::speaking);
  }

  private Speaking speaking(Tone tone) {
    Voice voice = tone.voice();
    String service = Objects.requireNonNullElse(voice.service(), source.app());
    boolean own = service.equalsIgnoreCase(source.app());
    String key = own ? source.id() : source.id() + '/' + service;
    RecordHeaders headers = new RecordHeaders();
    add(headers, LineHeader.APP, own ? source.app() : service);
    add(headers, LineHeader.PROCESS, voice.process());
    add(headers, LineHeader.ENVIRONMENT, environment(voice));
    add(headers, LineHeader.TEAM, source.team());
    add(headers, LineHeader.DEPLOYMENT, voice.deployment());
    add(headers, LineHeader.PLATFORM, platform(voice));
    add(headers, LineHeader.ORIGIN, voice.origin().word());
    add(headers, LineHeader.DIALECT, dialect);
    add(headers, LineHeader.SEVERITY, tone.severity() == null ? null : tone.severity().word());
    add(headers, LineHeader.EVENT, tone.event());
    return new Speaking(key.getBytes(UTF_8), headers);
  }

  /** What the message says counts before what the source was told: it may speak for several. */
  private @Nullable String environment(Voice voice) {
    return voice.environment() == null ? source.environment() : voice.environment();
  }

  private String platform(Voice voice) {
    return voice.platform() == null ? source.platform().word() : voice.platform();
  }

  private static void add(RecordHeaders headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(UTF_8));
    }
  }
}
