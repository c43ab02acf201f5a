package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Delivery;
import io.stormdrain.ingest.line.FrameId;
import io.stormdrain.ingest.line.HerokuLines;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.line.Trace;
import io.stormdrain.ingest.logplex.BodyCounts;
import io.stormdrain.ingest.logplex.FrameHeaders;
import io.stormdrain.ingest.logplex.LogplexLines;
import io.stormdrain.ingest.source.Source;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One request of a known source, from its headers to its answer.
 *
 * <pre>
 *   ARRIVING --last byte--> (INFLATING) --> DELIVERING --settled--> ANSWERED
 *      |  time is up, too much in memory, sender gone                  ^
 *      +---------------------------------------------------------------+
 * </pre>
 */
final class DrainRequest {
  /** A body that took most of the time is still given this long with Kafka. */
  private static final long LEAST_DELIVERY = Duration.ofSeconds(1).toNanos();

  private enum Stage {
    ARRIVING,
    INFLATING,
    DELIVERING,
    ANSWERED
  }

  private final HttpServerRequest request;
  private final Source source;
  private final Desk desk;
  private final Reception reception;
  private final SourceMeters meters;
  private final long began = System.nanoTime();
  private final ContentEncoding encoding;
  private final Body.Arriving arriving;

  private Stage stage = Stage.ARRIVING;
  private long deadline;
  private long held;
  private int bodyBytes;
  private @Nullable Delivery delivery;
  private @Nullable LogplexLines lines;

  DrainRequest(HttpServerRequest request, Source source, Desk desk, Reception reception) {
    this.request = request;
    this.source = source;
    this.desk = desk;
    this.reception = reception;
    this.meters = reception.metrics().of(source);
    this.deadline = began + reception.limits().bodyTime().toNanos();
    this.encoding = ContentEncoding.of(request.getHeader("Content-Encoding"));
    long announced = Body.announced(request.getHeader("Content-Length"));
    this.arriving = new Body.Arriving(announced, reception.limits().maxBody());
  }

  /** Begins to read the body. */
  void receive() {
    desk.open(this);
    request.handler(this::arrived).endHandler(end -> complete()).exceptionHandler(e -> gone());
    if (!encoding.isReadable()) {
      answer(Answer.ENCODING);
      return;
    }
    if (!reception.memory().admit(arriving.capacity())) {
      answer(Answer.OVERLOADED);
      return;
    }
    held = arriving.capacity();
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  private void arrived(Buffer chunk) {
    if (stage != Stage.ARRIVING) {
      return;
    }
    bodyBytes += chunk.length();
    arriving.add(chunk);
    long more = arriving.capacity() - held;
    if (more > 0 && !reception.memory().admit(more)) {
      answer(Answer.OVERLOADED);
    } else {
      held += Math.max(0, more);
    }
  }

  private void complete() {
    if (stage != Stage.ARRIVING) {
      return;
    }
    long now = System.nanoTime();
    deadline = Math.max(began + reception.limits().deadline().toNanos(), now + LEAST_DELIVERY);
    if (encoding == ContentEncoding.GZIP) {
      inflate(arriving.whole());
    } else {
      deliver(arriving.whole());
    }
  }

  private void inflate(Body compressed) {
    stage = Stage.INFLATING;
    Limits limits = reception.limits();
    desk.work(
        () -> Gunzip.inflate(compressed, limits.maxBody(), limits.maxInflation()),
        inflated -> {
          reception.memory().add(inflated.bytes().length);
          held += inflated.bytes().length;
          deliver(inflated);
        });
  }

  private void deliver(Body body) {
    stage = Stage.DELIVERING;
    if (body.cut() != null) {
      meters.cut(body.cut());
      reception.log().cut(source.id(), body.cut());
    }
    // The lines' values are copies of the body.
    reception.memory().add(body.length());
    held += body.length();
    FrameHeaders headers = frameHeaders();
    lines = new LogplexLines(body.bytes(), body.length(), headers);
    HerokuLines records =
        new HerokuLines(
            lines,
            body.bytes(),
            desk.headersOf(source),
            FrameId.of(request.getHeader("Logplex-Frame-Id"), request.getHeader("X-Request-Id")),
            trace(),
            reception.clock().millis());
    delivery =
        new Delivery(
            records, reception.outlet(), desk, reception.memory(), this::settled, meters::late);
    delivery.begin();
  }

  private FrameHeaders frameHeaders() {
    String drainToken = request.getHeader("Logplex-Drain-Token");
    reception.log().drain(source.id(), drainToken);
    return FrameHeaders.of(
        request.getHeader("User-Agent"),
        drainToken,
        request.getHeader("Logplex-Msg-Count"),
        request.getHeader("Logplex-Lost-Count"),
        request.getHeader("Logplex-Drop-Count"));
  }

  private @Nullable Trace trace() {
    Trace senders = Trace.of(request.getHeader("traceparent"));
    double ratio = reception.limits().traceRatio();
    boolean begin = senders == null && ratio > 0;
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return begin && random.nextDouble() < ratio ? Trace.begin(random) : senders;
  }

  /** The loop looks at its open requests every now and then. */
  void look(long now) {
    if (now - deadline < 0) {
      return;
    }
    switch (stage) {
      case ARRIVING -> answer(Answer.SLOW_BODY);
      case DELIVERING -> Objects.requireNonNull(delivery).giveUp();
      case INFLATING, ANSWERED -> {}
    }
  }

  private void settled(Settlement settlement) {
    meters.settled(settlement);
    BodyCounts counts = Objects.requireNonNull(lines).counts();
    meters.read(counts);
    switch (settlement) {
      case Published published -> {
        meters.lost(counts.lostLines());
        answer(Answer.PUBLISHED);
      }
      case Refused refused -> {
        reception.log().refused(source.id(), refused);
        answer(Answer.of(refused.reason()));
      }
    }
    reception.log().oddities(source.id(), counts);
  }

  private void gone() {
    if (stage == Stage.ARRIVING) {
      answer(Answer.ABANDONED);
    }
  }

  private void answer(Answer answer) {
    boolean unread = stage == Stage.ARRIVING;
    stage = Stage.ANSWERED;
    desk.close(this);
    reception.memory().release(held);
    meters.answered(answer, bodyBytes);
    reception.metrics().answered(System.nanoTime() - began);
    answer.write(request, unread);
  }
}
