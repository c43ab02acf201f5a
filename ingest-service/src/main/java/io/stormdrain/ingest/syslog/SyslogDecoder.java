package io.stormdrain.ingest.syslog;

import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.message.Voice;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes messages of one connection's frames. What is no syslog at all continues what was said. */
public final class SyslogDecoder {
  /** Heroku's syslog drains give the drain's token as host name. */
  private static final Pattern HEROKU = Pattern.compile("d\\.[0-9a-f-]{36}");

  private static final String RENDER = "render";
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final @Nullable String platform;
  private @Nullable Voice last;

  /**
   * Has heard nothing yet.
   *
   * @param platform of the source, {@code render}, {@code heroku}, ...
   */
  public SyslogDecoder(@Nullable String platform) {
    this.platform = platform;
  }

  /**
   * The message of a frame.
   *
   * @param frame without any token
   * @param received milliseconds since 1970 UTC
   * @param count where it is counted
   */
  public Message decode(byte[] frame, Fault framing, long received, Count count) {
    if (framing != Fault.NONE) {
      count.faulty(framing);
    }
    SyslogHeader header = SyslogHeader.read(frame, received);
    if (header == null) {
      return count.of(headless(frame, count));
    }
    Voice voice = voice(header);
    last = voice;
    Text text = Text.of(frame, header.message(), frame.length);
    return count.of(Message.line(voice, text, header.moment(), severity(header)));
  }

  /** Lines of a stack trace, where line feeds end frames and the app wrote several at once. */
  private Message headless(byte[] frame, Count count) {
    Voice speaker = last;
    if (speaker != null) {
      return Message.line(speaker, Text.of(frame, 0, frame.length), Moment.NONE, null);
    }
    count.faulty(Fault.HEADER);
    return Message.raw(Text.raw(frame, 0, Math.min(frame.length, Text.MAX_BYTES)));
  }

  private Voice voice(SyslogHeader header) {
    if ("heroku".equals(platform) || HEROKU.matcher(header.host()).matches()) {
      Origin origin = Origin.onHeroku(header.application(), header.process(), header.priority());
      return new Voice(origin, "heroku", null, header.process(), null, null);
    }
    if (RENDER.equals(platform) || header.host().equals(RENDER)) {
      return renders(header);
    }
    boolean numbered = header.process().isEmpty() || NUMBER.matcher(header.process()).matches();
    String process = numbered ? header.host() : header.process();
    return new Voice(Origin.APP, null, header.application(), process, null, null);
  }

  /**
   * Its older form has the service as host name, its newer one as APP-NAME. What Render says itself
   * begins with {@code ==>}, as an app's lines may too: nothing tells them apart.
   */
  private static Voice renders(SyslogHeader header) {
    boolean newer = header.host().equals(RENDER) || header.host().isEmpty();
    String service = newer ? header.application() : header.host();
    String instance = header.id().isEmpty() ? header.process() : header.id();
    return new Voice(Origin.APP, RENDER, service, instance, null, null);
  }

  /** Platforms that send all lines of an app with one priority have facilities of their own. */
  private @Nullable Severity severity(SyslogHeader header) {
    Voice voice = last;
    boolean guessed = voice != null && voice.platform() != null;
    return Severity.ofPriority(header.priority(), guessed ? Trust.GUESSED : Trust.EXPLICIT);
  }
}
