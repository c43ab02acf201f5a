package io.stormdrain.ingest.message;

import java.util.Map;

/** What was counted while a body was read; complete once its last message was taken. */
public interface Tally {
  /** Faulty frames, each kept raw, by what was wrong with them. */
  Map<Fault, Integer> faults();

  /** Messages that were cut at the size limit. */
  int truncatedLines();

  /** Lines that the sender says never reached us. */
  long lostLines();

  /** Did the sender announce another number of messages? A body is taken all the same. */
  boolean isMiscounted();

  /** Nothing of the body could be decoded, and there was something in it. */
  boolean isUndecodable();
}
