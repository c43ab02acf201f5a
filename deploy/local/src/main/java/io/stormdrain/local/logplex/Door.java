package io.stormdrain.local.logplex;

/** The drain's door, seen from outside. */
interface Door {

  /**
   * Sends one request.
   *
   * @param frameId the same on every attempt at the same batch
   */
  Answer post(String frameId, Batch batch) throws InterruptedException;
}
