package io.stormdrain.notifier.announcement;

import io.stormdrain.notifier.delivery.Outcome;

/** A receiver that wants to know of releases, beside incidents. */
public interface ReleaseListener {

  /** Tells it, and says how that ended; comes back within its own time-outs, and never throws. */
  Outcome announce(Announcement announcement);
}
