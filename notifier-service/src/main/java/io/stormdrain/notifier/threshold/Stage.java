package io.stormdrain.notifier.threshold;

/**
 * Where in a chain of trouble a class stands. Earlier stages lead an incident, later ones follow.
 */
public enum Stage {
  /** Why: a module is missing, the database refuses, memory ran out. */
  CAUSE,
  /** What follows at once: no port bound, health check failed. */
  CONSEQUENCE,
  /** What fails then: builds, releases, requests. */
  FAILURE,
  /** That the process ends, and what visitors see of it. */
  CRASH,
  /** Good to know; never an incident to act on. */
  NOTICE
}
