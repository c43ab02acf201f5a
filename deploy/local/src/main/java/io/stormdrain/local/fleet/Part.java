package io.stormdrain.local.fleet;

import io.stormdrain.engines.Running;
import java.util.function.BooleanSupplier;

/** One process of the fleet and how to start it. */
public interface Part {

  /** What people call it. */
  String name();

  /**
   * Starts the process and returns when it serves.
   *
   * @param unwanted whether the fleet is being stopped meanwhile: then it returns at once
   * @throws RuntimeException when it does not come up; the message is one line for people
   */
  Running start(BooleanSupplier unwanted);
}
