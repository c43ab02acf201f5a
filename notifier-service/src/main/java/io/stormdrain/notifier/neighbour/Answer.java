package io.stormdrain.notifier.neighbour;

import com.fasterxml.jackson.databind.JsonNode;

/** What another service says. */
public sealed interface Answer {

  /** What was asked for. */
  record Said(JsonNode what) implements Answer {}

  /**
   * It says no.
   *
   * @param why in its words
   */
  record Refused(int status, String why) implements Answer {}

  /**
   * It says nothing.
   *
   * @param why in words for people
   */
  record Away(String why) implements Answer {}
}
