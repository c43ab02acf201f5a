package io.stormdrain.ingest.door;

import io.stormdrain.ingest.door.SyslogMeters.Reason;
import io.stormdrain.ingest.line.MessageLines;
import io.stormdrain.ingest.line.Passage;
import io.stormdrain.ingest.line.Refusal;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.line.Settlement.Spooled;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.syslog.SyslogDecoder;
import io.stormdrain.ingest.syslog.SyslogFraming;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One syslog connection. Its sender is told nothing, so nothing that was read may be dropped: while
 * neither Kafka nor the spool takes what came, no more is read, and what came is delivered again
 * and again.
 */
final class SyslogConnection implements Timed {
  /** Bytes of frames that wait; above it the connection is not read. */
  private static final long MOST_WAITING = 1024 * 1024;

  private static final long RETRY_MILLIS = 500;
  private static final long TIME_FOR_TOKEN = Duration.ofSeconds(10).toNanos();

  /** A stranger's frames are counted this many times, then it is hung up on. */
  private static final int MOST_STRANGE = 20;

  private final NetSocket socket;
  private final SyslogPeer peer;
  private final SyslogCrowd crowd;
  private final Reception reception;
  private final Desk desk;
  private final String name;
  private final String address;
  private final long began = System.nanoTime();
  private final SyslogFraming framing = new SyslogFraming();
  private final Deque<SyslogBatch> waiting = new ArrayDeque<>();
  private final Promise<Void> done = Promise.promise();

  private @Nullable SyslogDecoder decoder;
  private @Nullable Source decoded;
  private @Nullable Passage delivery;
  private long deadline;
  private long held;
  private int batches;
  private int strange;
  private boolean ended;

  /**
   * Not read yet.
   *
   * @param name of the connection, as no other has or had
   */
  SyslogConnection(
      NetSocket socket,
      SyslogPeer peer,
      SyslogCrowd crowd,
      Reception reception,
      Desk desk,
      String name) {
    this.socket = socket;
    this.peer = peer;
    this.crowd = crowd;
    this.reception = reception;
    this.desk = desk;
    this.name = name;
    this.address = socket.remoteAddress().hostAddress();
  }

  void receive() {
    crowd.add(this);
    desk.open(this);
    socket.handler(this::arrived);
    socket.exceptionHandler(failure -> socket.close());
    // Comes after all that was read, however the connection ended.
    socket.endHandler(end -> ended());
  }

  private void arrived(Buffer chunk) {
    framing.add(chunk.getBytes());
    takeFrames();
  }

  private void takeFrames() {
    while (framing.next()) {
      take(framing.frame());
    }
    if (held > MOST_WAITING) {
      socket.pause();
    }
    deliver();
  }

  private void take(byte[] frame) {
    Reason stranger = peer.listen(frame);
    if (stranger != null) {
      refuse(stranger);
      return;
    }
    Source source = Objects.requireNonNull(peer.source());
    SyslogBatch last = waiting.peekLast();
    if (last == null || !last.takes(source) || (delivery != null && waiting.size() == 1)) {
      last = new SyslogBatch(source, name + '.' + batches++);
      waiting.add(last);
    }
    Message message =
        decoder(source)
            .decode(peer.withoutToken(frame), framing.fault(), desk.millis(), last.count());
    last.add(message, frame.length);
    hold(frame.length);
    reception.metrics().of(source).bytes(frame.length);
  }

  private void hold(long more) {
    held += more;
    reception.memory().add(more);
  }

  private SyslogDecoder decoder(Source source) {
    SyslogDecoder known = decoder;
    if (known == null || !source.equals(decoded)) {
      known = new SyslogDecoder(source.platform().word());
      decoder = known;
      decoded = source;
    }
    return known;
  }

  private void refuse(Reason reason) {
    crowd.meters().frameRefused(reason);
    Answer answer = reason == Reason.NO_TOKEN ? Answer.NO_TOKEN : Answer.UNKNOWN_TOKEN;
    reception.log().stranger(answer, address);
    strange++;
    if (strange == MOST_STRANGE || peer.isUnsure()) {
      hangUp(reason);
    }
  }

  private void hangUp(Reason reason) {
    crowd.meters().connectionRefused(reason);
    socket.close();
  }

  private void deliver() {
    SyslogBatch batch = waiting.peek();
    if (delivery != null || batch == null) {
      finish();
      return;
    }
    long now = System.nanoTime();
    deadline = now + reception.limits().deadline().toNanos();
    MessageLines lines = batch.lines(desk);
    if (reception.shedding().isDue(batch.source())) {
      settled(reception.shedding().shed(lines, batch.source(), desk, reception));
      return;
    }
    SourceMeters meters = reception.metrics().of(batch.source());
    delivery = reception.dispatch().of(lines, meters, desk, this::settled);
    delivery.begin(now);
  }

  private void settled(Settlement settlement) {
    SyslogBatch batch = waiting.element();
    SourceMeters meters = reception.metrics().of(batch.source());
    meters.settled(settlement);
    reception.shedding().settled(batch.source(), settlement);
    switch (settlement) {
      case Published _, Spooled _ -> taken(batch, meters);
      // Its sender cannot be asked to come again.
      case Refused(int _, int _, Refusal reason) when reason == Refusal.QUOTA ->
          taken(batch, meters);
      case Refused refused -> {
        reception.log().refused(batch.source().id(), refused);
        desk.after(
            RETRY_MILLIS,
            () -> {
              delivery = null;
              deliver();
            });
      }
    }
  }

  private void taken(SyslogBatch batch, SourceMeters meters) {
    delivery = null;
    waiting.remove();
    hold(-batch.bytes());
    meters.read(batch.count());
    meters.lost(batch.count().lostLines());
    reception.log().oddities(batch.source().id(), batch.count());
    if (held < MOST_WAITING / 2) {
      socket.resume();
    }
    if (!peer.isKnown()) {
      // Its token was withdrawn.
      socket.close();
    }
    desk.run(this::deliver);
  }

  @Override
  public void look(long now) {
    if (delivery != null && now - deadline >= 0) {
      delivery.giveUp();
    } else if (delivery != null) {
      delivery.look(now);
    }
    if (peer.source() == null && now - began > TIME_FOR_TOKEN && !ended) {
      hangUp(Reason.NO_TOKEN);
    }
  }

  private void ended() {
    if (!ended) {
      ended = true;
      framing.end();
      takeFrames();
    }
  }

  private void finish() {
    if (ended && waiting.isEmpty() && done.tryComplete()) {
      desk.close(this);
      crowd.leave(this, address);
      socket.close();
    }
  }

  /** Nothing more is read; what was read is delivered. */
  Future<Void> close() {
    desk.run(this::ended);
    return done.future();
  }
}
