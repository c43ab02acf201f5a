package io.stormdrain.ingest.door;

import io.stormdrain.ingest.door.Dialect.Reading;
import io.stormdrain.ingest.line.Lines;
import io.stormdrain.ingest.line.Passage;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.line.Settlement.Spooled;
import io.stormdrain.ingest.line.Share;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.source.Source;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;
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
final class DrainRequest implements Timed {
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
  private final Dialect dialect;
  private final Desk desk;
  private final Reception reception;
  private final SourceMeters meters;
  private final Share memory;
  private final long began = System.nanoTime();
  private final DrainHeaders headers;
  private final Body.Arriving arriving;

  private Stage stage = Stage.ARRIVING;
  private long deadline;
  private long held;
  private long bodyBytes;
  private @Nullable Passage passage;
  private @Nullable Body taken;
  private @Nullable Tally tally;

  DrainRequest(
      HttpServerRequest request, Source source, Dialect dialect, Desk desk, Reception reception) {
    this.request = request;
    this.source = source;
    this.dialect = dialect;
    this.desk = desk;
    this.reception = reception;
    this.meters = reception.metrics().of(source);
    this.memory = reception.memory().share(source.id());
    this.deadline = began + reception.limits().bodyTime().toNanos();
    this.headers = DrainHeaders.of(request, reception.limits().traceRatio());
    this.arriving = new Body.Arriving(headers.length(), reception.limits().maxBody());
  }

  /** Begins to read the body. */
  void receive() {
    desk.open(this);
    request.handler(this::arrived).endHandler(end -> complete()).exceptionHandler(e -> gone());
    if (!headers.encoding().isReadable()) {
      answer(Answer.ENCODING);
      return;
    }
    if (!admit(arriving.capacity())) {
      return;
    }
    if (headers.asksFirst()) {
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
    if (more > 0) {
      admit(more);
    }
  }

  /** Answers the request when there is no room for it. */
  private boolean admit(long more) {
    return switch (memory.admit(more)) {
      case ADMITTED -> {
        held += more;
        yield true;
      }
      case SHARE_USED -> {
        answer(Answer.CROWDED);
        yield false;
      }
      case ALL_USED -> {
        answer(Answer.OVERLOADED);
        yield false;
      }
    };
  }

  private void complete() {
    if (stage != Stage.ARRIVING) {
      return;
    }
    long now = System.nanoTime();
    deadline = Math.max(began + reception.limits().deadline().toNanos(), now + LEAST_DELIVERY);
    if (headers.encoding() == ContentEncoding.GZIP) {
      inflate(arriving.whole());
    } else {
      deliver(arriving.whole());
    }
  }

  private void inflate(Body compressed) {
    stage = Stage.INFLATING;
    Limits limits = reception.limits();
    desk.work(
        () -> Gunzip.inflate(compressed, limits.maxBody(), limits.maxInflation()), this::inflated);
  }

  private void inflated(Body body) {
    if (stage == Stage.INFLATING) {
      hold(body.bytes().length);
      deliver(body);
    }
  }

  private void hold(long more) {
    memory.add(more);
    held += more;
  }

  private void deliver(Body body) {
    if (body.cut() != null) {
      meters.cut(body.cut());
      reception.log().cut(source.id(), body.cut());
    }
    // The lines' values are copies of the body.
    hold(body.length());
    Arrival arrival = new Arrival(request, source, body, desk, headers.trace());
    switch (dialect.read(arrival)) {
      case Reading.Done(Answer answer) -> {
        stage = Stage.DELIVERING;
        answer(answer);
      }
      case Reading.Told(Lines lines, Tally counted) -> deliver(body, lines, counted);
    }
  }

  private void deliver(Body body, Lines lines, Tally counted) {
    stage = Stage.DELIVERING;
    taken = body;
    tally = counted;
    if (dialect.isMetered() && reception.shedding().isDue(source)) {
      settled(reception.shedding().shed(lines, source, desk, reception));
      return;
    }
    passage = reception.dispatch().of(lines, meters, desk, this::settled);
    passage.begin(System.nanoTime());
  }

  @Override
  public void look(long now) {
    if (now - deadline < 0) {
      if (passage != null) {
        passage.look(now);
      }
      return;
    }
    switch (stage) {
      case ARRIVING -> answer(Answer.SLOW_BODY);
      case INFLATING -> answer(Answer.OVERLOADED);
      case DELIVERING -> Objects.requireNonNull(passage).giveUp();
      case ANSWERED -> {}
    }
  }

  private void settled(Settlement settlement) {
    meters.settled(settlement);
    reception.shedding().settled(source, settlement);
    Tally counts = Objects.requireNonNull(tally);
    meters.read(counts);
    switch (settlement) {
      case Published published -> accepted(counts);
      case Spooled spooled -> accepted(counts);
      case Refused refused -> {
        reception.log().refused(source.id(), refused);
        answer(Answer.of(refused.reason()));
      }
    }
    reception.log().oddities(source.id(), counts);
  }

  private void accepted(Tally counts) {
    meters.lost(counts.lostLines());
    answer(dialect.accepted(Objects.requireNonNull(taken), counts));
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
    memory.release(held);
    meters.answered(answer, bodyBytes);
    reception.metrics().answered(System.nanoTime() - began);
    if (tally == null) {
      reception.log().unread(source.id(), answer);
    }
    answer.write(request, dialect.reply(answer, request, tally), unread);
  }
}
