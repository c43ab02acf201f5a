package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that answers as it was told to, and takes everything when it was told nothing. */
final class FakeReceiver implements Receiver {

  private final String name;
  private final boolean edits;
  private final Repeats repeats;
  private volatile Pace pace = Pace.FREE;
  private final Queue<Outcome> script = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
  private final List<Telling> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger messages = new AtomicInteger();

  FakeReceiver(String name, boolean edits, Repeats repeats) {
    this.name = name;
    this.edits = edits;
    this.repeats = repeats;
  }

  static FakeReceiver poster(String name) {
    return new FakeReceiver(name, false, Repeats.MARKED);
  }

  FakeReceiver answers(Outcome... outcomes) {
    script.addAll(List.of(outcomes));
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean edits() {
    return edits;
  }

  @Override
  public Repeats repeats() {
    return repeats;
  }

  /** This happens when it is told the next time, before it answers. */
  FakeReceiver meanwhile(Runnable event) {
    events.add(event);
    return this;
  }

  /** From now on it may be told so fast. */
  FakeReceiver at(Pace newPace) {
    pace = newPace;
    return this;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public Outcome tell(Telling telling) {
    told.add(telling);
    Runnable event = events.poll();
    if (event != null) {
      event.run();
    }
    Outcome scripted = script.poll();
    if (scripted != null) {
      return scripted;
    }
    String reference = name + "-" + messages.incrementAndGet();
    return new Outcome.Delivered(
        reference, telling.conversation().reference() == null ? reference : null);
  }

  /** All attempts, in their order. */
  List<Telling> told() {
    return List.copyOf(told);
  }

  List<Message> messages() {
    return told.stream().map(Telling::message).toList();
  }

  List<Notice> notices() {
    return messages().stream().map(Message::notice).toList();
  }
}
