package io.stormdrain.local.logplex;

/** Asks the door whether it knows us, without bringing a line. */
public final class Probe {

  private static final int UNAUTHORIZED = 401;

  private Probe() {}

  /**
   * Whether the door turns us away. A door that cannot be reached does not.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public static boolean isTurnedAway(DrainAddress address) throws InterruptedException {
    Answer answer = new HttpDoor(address).post(FrameIds.fresh().get(), new Batch());
    return answer.equals(new Answer.Status(UNAUTHORIZED));
  }
}
