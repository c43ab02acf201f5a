package io.stormdrain.ingest.logplex;

import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Rfc3339;
import io.stormdrain.ingest.message.StructuredData;

/**
 * Walks over the frames of one body and shows each as offsets into it; nothing is allocated per
 * frame. A message is {@code <PRI>1 TIMESTAMP HOSTNAME APP-NAME PROCID MSGID MSG}: RFC 5424 without
 * the structured data field, which only other senders than Logplex put before MSG.
 */
final class LogplexFrames {
  /** Of a header field. RFC 5424 6 allows 255 for a host name, and less for all others. */
  private static final int LONGEST_FIELD = 255;

  private final byte[] body;
  private final Framing framing;
  private final boolean structured;

  private int priority;
  private int timeFrom;
  private int timeTo;
  private int appFrom;
  private int appTo;
  private int processFrom;
  private int processTo;
  private int messageFrom;
  private int messageTo;
  private boolean ended;
  private Fault fault = Fault.NONE;

  LogplexFrames(byte[] body, int limit, Sender sender) {
    this.body = body;
    this.framing = new Framing(body, limit);
    this.structured = sender.sendsStructuredData();
  }

  /** Goes to the next frame; false at the end of the body. */
  boolean next() {
    if (!framing.next()) {
      return false;
    }
    fault = framing.fault();
    if (fault == Fault.NONE && !read(framing.from(), framing.to())) {
      framing.reject();
      fault = Fault.HEADER;
    }
    return true;
  }

  /** Reads the fields of the message between these offsets; false when one is missing. */
  boolean read(int from, int to) {
    timeFrom = priorityEnd(from) + 3;
    timeTo = fieldEnd(timeFrom, to);
    appFrom = fieldEnd(timeTo + 1, to) + 1;
    appTo = fieldEnd(appFrom, to);
    processFrom = appTo + 1;
    processTo = fieldEnd(processFrom, to);
    int idTo = lastFieldEnd(processTo + 1, to);
    if (idTo > to) {
      return false;
    }
    message(idTo < to && body[idTo] == ' ' ? idTo + 1 : idTo, to);
    return true;
  }

  private int priorityEnd(int from) {
    int value = 0;
    int i = from + 1;
    while (body[i] != '>') {
      value = value * 10 + body[i++] - '0';
    }
    priority = value;
    return i;
  }

  /** The space that ends a field; past {@code to} when it is not one. */
  private int fieldEnd(int from, int to) {
    int i = lastFieldEnd(from, to);
    return i < to && body[i] == ' ' ? i : to + 1;
  }

  /** As above for MSGID, after which the message and the space before it may be missing. */
  private int lastFieldEnd(int from, int to) {
    int i = from;
    while (i < to && body[i] != ' ' && body[i] != '\n') {
      i++;
    }
    return i > from && i - from <= LONGEST_FIELD ? i : to + 1;
  }

  private void message(int from, int to) {
    messageFrom = structured ? StructuredData.skip(body, from, to) : from;
    ended = to > messageFrom && body[to - 1] == '\n';
    messageTo = ended ? to - 1 : to;
  }

  Fault fault() {
    return fault;
  }

  /** How many frames so far, the current one included. */
  int frames() {
    return framing.frames();
  }

  /** The frame's message with its header; the raw bytes when it is faulty. */
  int from() {
    return framing.from();
  }

  int to() {
    return framing.to();
  }

  /** {@code PRI}, 0 to 999; RFC 5424 knows 0 to 191. */
  int priority() {
    return priority;
  }

  /** Time in microseconds since 1970 UTC, or {@link Rfc3339#UNREADABLE}. */
  long micros() {
    return Rfc3339.micros(body, timeFrom, timeTo);
  }

  int timeFrom() {
    return timeFrom;
  }

  int timeTo() {
    return timeTo;
  }

  int appFrom() {
    return appFrom;
  }

  int appTo() {
    return appTo;
  }

  int processFrom() {
    return processFrom;
  }

  int processTo() {
    return processTo;
  }

  /** The message, without the one line feed that may end it. */
  int messageFrom() {
    return messageFrom;
  }

  int messageTo() {
    return messageTo;
  }

  /** Did a line feed end the message? */
  boolean isEnded() {
    return ended;
  }
}
