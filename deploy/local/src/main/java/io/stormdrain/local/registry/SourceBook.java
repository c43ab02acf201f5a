package io.stormdrain.local.registry;

import io.stormdrain.local.data.Draft;
import io.stormdrain.local.data.Token;
import java.util.List;

/** Where sources are kept. */
public interface SourceBook {

  /** Its name, for people. */
  String name();

  /** A line for each source, without a token. */
  List<String> lines() throws InterruptedException;

  /** Adds a source; returns its newest token. */
  Token add(Draft draft) throws InterruptedException;

  /** Gives a source a new token; the one before stays valid for a while. */
  Token rotate(String id) throws InterruptedException;

  /** Takes back all tokens of a source but the newest. */
  void settle(String id) throws InterruptedException;

  /** Takes a source away: what it sends is refused from then on. */
  void remove(String id) throws InterruptedException;
}
