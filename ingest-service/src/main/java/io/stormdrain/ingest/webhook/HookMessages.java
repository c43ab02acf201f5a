package io.stormdrain.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.RawPieces;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one request of a platform tells: an event, nothing, or something that cannot be read. */
public final class HookMessages implements Messages {
  /** Far more than any of these events takes. */
  private static final int MOST = 2 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** GitHub's older content type. */
  private static final byte[] FORM = "payload=".getBytes(UTF_8);

  private final HookCount count = new HookCount();
  private final @Nullable Event event;
  private final RawPieces raw;
  private boolean told;

  private HookMessages(@Nullable Event event, RawPieces raw) {
    this.event = event;
    this.raw = raw;
  }

  /** Reads a request that is from whom it says. */
  public static HookMessages of(Hook hook, Delivered delivered) {
    byte[] body = delivered.body();
    HookMessages messages;
    try {
      Event event = hook.event(delivered, new Payload(read(body)));
      messages = new HookMessages(event, new RawPieces(body, 0, 0));
      messages.count.named(delivered.source().id(), event == null ? null : event.id());
    } catch (IOException | IllegalArgumentException e) {
      messages = new HookMessages(null, new RawPieces(body, 0, body.length));
      messages.count.faulty(Fault.SYNTAX);
    }
    return messages;
  }

  private static JsonNode read(byte[] body) throws IOException {
    if (body.length > MOST) {
      throw new IOException("an event of " + body.length + " bytes");
    }
    boolean form =
        body.length >= FORM.length && Arrays.equals(body, 0, FORM.length, FORM, 0, FORM.length);
    JsonNode json =
        form
            ? JSON.readTree(
                URLDecoder.decode(
                    new String(body, FORM.length, body.length - FORM.length, UTF_8), UTF_8))
            : JSON.readTree(body);
    if (!json.isObject()) {
      throw new IOException("not an object");
    }
    return json;
  }

  /** What happened; null when that means nothing here, or could not be read. */
  public @Nullable Event event() {
    return event;
  }

  @Override
  public @Nullable Message next() {
    if (event != null && !told) {
      told = true;
      return count.of(event.message());
    }
    return raw.next();
  }

  @Override
  public HookCount tally() {
    return count;
  }
}
