package io.stormdrain.notifier.delivery;

/**
 * A receiver that shows every notice as a message of its own, and can change none of them: what is
 * told twice is seen twice.
 */
public abstract class PostingReceiver implements Receiver {

  private final String name;
  private final Pace pace;

  /**
   * @param pace by its own limits
   */
  protected PostingReceiver(String name, Pace pace) {
    this.name = name;
    this.pace = pace;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Pace pace() {
    return pace;
  }

  @Override
  public final boolean edits() {
    return false;
  }

  @Override
  public final Repeats repeats() {
    return Repeats.MARKED;
  }
}
