package io.stormdrain.notifier.delivery;

import java.util.List;

/** The other end of a receiver under test: a real server that does what the test wants. */
public interface Counterpart extends AutoCloseable {

  /** It takes what comes. */
  void accepts();

  /** It does not understand the form of the next message. */
  void refusesForm();

  /** Names of the ways in which it can say that a setting is wrong. */
  List<String> wrongSettings();

  /** It says so, in this way. */
  void refusesSetting(String way);

  /** It has had too many. */
  void limits();

  /** It has trouble of its own. */
  void fails();

  /** Nobody listens any more. */
  void goesAway();

  /** It takes what comes and hangs up without an answer. */
  void hangsUp();

  /** It takes what comes and says nothing. */
  void staysSilent();

  /** It answers more than anybody wants to hear. */
  void babbles();

  /** How many messages have arrived in full. */
  int received();

  @Override
  void close();
}
