package io.stormdrain.acceptance.fault;

/** Something that goes wrong, and what must hold all the same. */
interface Fault {

  /** Its name in the table: {@code F01}. */
  String id();

  /** What is done to Stormdrain, in a few words. */
  String done();

  /** What is looked at afterwards, in a few words. */
  String checked();

  /**
   * Brings it about and looks.
   *
   * @param ground where it happens; it is sound again afterwards
   * @param figures what was found out on the way
   * @throws AssertionError when something does not hold that must
   */
  void happen(Ground ground, Figures figures) throws Exception;
}
