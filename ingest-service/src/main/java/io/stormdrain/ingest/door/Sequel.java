package io.stormdrain.ingest.door;

import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.webhook.Event;

/** What follows when a platform has told of an event. */
interface Sequel {
  /** Nothing does. */
  Sequel NONE = (event, source, desk) -> {};

  /** To this event, which is on its way. Does not wait for anything. */
  void to(Event event, Source source, Desk desk);
}
