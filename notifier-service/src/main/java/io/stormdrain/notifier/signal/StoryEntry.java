package io.stormdrain.notifier.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of an app's story, as {@code analyzer-service} tells it: a fact, or counts. */
public sealed interface StoryEntry permits Signal, Vitals {

  /** Identity of the app, the key of its story. */
  String source();

  /** The app as its owner calls it. */
  String app();

  /** {@code heroku}, {@code railway}, ... */
  String platform();

  /** {@code production}, {@code staging}, ...; null where it is not configured. */
  @Nullable String environment();

  /** To whom the app belongs, as its source says; null where it says nothing. */
  @Nullable String team();

  /** Until when, by the app's own time, the story is known with this entry. */
  Instant time();
}
