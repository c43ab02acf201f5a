package io.stormdrain.notifier.delivery;

/** A receiver that is told at a pace that somebody has set. */
public record Paced(Receiver receiver, Pace pace) implements Receiver {

  @Override
  public String name() {
    return receiver.name();
  }

  @Override
  public boolean edits() {
    return receiver.edits();
  }

  @Override
  public Repeats repeats() {
    return receiver.repeats();
  }

  @Override
  public Outcome tell(Telling telling) {
    return receiver.tell(telling);
  }
}
