package io.stormdrain.notifier.announcement;

/** Where an announcement is. */
public enum AnnouncementState {
  /** It is tried, or tried again. */
  WAITING,
  /** The receiver has it. */
  SENT,
  /** It is not tried any more. */
  DEAD
}
