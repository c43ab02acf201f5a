package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A receiver with one message per incident that always says how it stands, and below it what
 * deserves a notice of its own.
 *
 * <pre>
 *   first notice            post
 *   later, an edit          change
 *   later, a message        change, then reply
 *   the message is gone     post, and that is the message from now on
 * </pre>
 *
 * The change comes first because doing it twice does no harm: whatever happens to the reply, both
 * may be repeated.
 */
public abstract class LiveReceiver implements Receiver {

  private final String name;

  protected LiveReceiver(String name) {
    this.name = name;
  }

  /** Shows a new message; its outcome names what is to be changed from now on. */
  protected abstract Outcome post(Telling telling);

  /** Changes the message of that name; null when it can no longer be changed. */
  protected abstract @Nullable Outcome change(Telling telling, String live);

  /** Says below the message of that name what has happened. */
  protected abstract Outcome reply(Telling telling, String live);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean edits() {
    return true;
  }

  @Override
  public final Repeats repeats() {
    return Repeats.MARKED;
  }

  @Override
  public final Outcome tell(Telling telling) {
    String live = telling.conversation().reference();
    if (live == null) {
      // An edit without a message: it was told with another incident, whose message stays as it is.
      return telling.message().notice() == Notice.UPDATED
          ? new Outcome.Delivered(null, null)
          : post(telling);
    }
    Outcome changed = change(telling, live);
    if (changed == null) {
      return post(telling);
    }
    boolean deservesReply = telling.form() == Reason.Notice.MESSAGE;
    return kept(
        deservesReply && changed instanceof Outcome.Delivered ? reply(telling, live) : changed);
  }

  /** The conversation goes on under its first message. */
  private static Outcome kept(Outcome outcome) {
    return outcome instanceof Outcome.Delivered delivered
        ? new Outcome.Delivered(delivered.reference(), null)
        : outcome;
  }
}
