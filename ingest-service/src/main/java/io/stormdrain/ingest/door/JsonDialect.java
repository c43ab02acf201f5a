package io.stormdrain.ingest.door;

import io.stormdrain.ingest.json.JsonMessages;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.syslog.SyslogBody;
import io.stormdrain.ingest.webhook.Proof;
import io.stormdrain.ingest.webhook.Signature;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whatever writes JSON or lines of text: Vector, Fluent Bit, Railway's forwarder, Vercel, Fly,
 * Cloudflare, Northflank, ... What it is, the bytes tell.
 */
final class JsonDialect implements Dialect {
  static final String WORD = "json";

  /** Vercel wants its own word back before it sends anything; it is put into the drain's URL. */
  private static final String VERCELS_WORD = "x-vercel-verify";

  private static final String VERCELS_SIGNATURE = "x-vercel-signature";

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,128}");

  @Override
  public Reading read(Arrival arrival) {
    String type = arrival.header("Content-Type");
    if (type != null && type.contains("msgpack")) {
      // Fluent Bit's default: json, json_lines and json_stream are read.
      return new Reading.Done(Answer.ENCODING);
    }
    Body body = arrival.body();
    if (isForged(arrival)) {
      return new Reading.Done(Answer.SIGNATURE);
    }
    Messages messages =
        SyslogBody.opens(body.bytes(), body.length())
            ? new SyslogBody(
                body.bytes(),
                body.length(),
                arrival.source().platform().word(),
                arrival.desk().millis())
            : new JsonMessages(body.bytes(), body.length());
    return arrival.told(messages, WORD);
  }

  /** Vercel signs what it sends, once it is given a secret; others do not. */
  private static boolean isForged(Arrival arrival) {
    Source source = arrival.source();
    String signature = arrival.header(VERCELS_SIGNATURE);
    if (signature == null && source.platform() != Platform.VERCEL) {
      return false;
    }
    Body body = arrival.body();
    byte[] signed = Arrays.copyOf(body.bytes(), body.length());
    String shown = Objects.requireNonNullElse(signature, "");
    return Signature.vercels(source.secrets(), shown, signed) == Proof.FORGED;
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    // Vercel gives up on a drain that turns it away too often.
    boolean vercels = answer == Answer.QUOTA && request.getHeader(VERCELS_SIGNATURE) != null;
    Reply reply = vercels ? Reply.empty(200) : Plain.reply(answer);
    String word = Objects.requireNonNullElse(request.getParam(VERCELS_WORD), "");
    return VISIBLE.matcher(word).matches() ? reply.with(VERCELS_WORD, word) : reply;
  }
}
