package io.stormdrain.local.fleet;

import io.stormdrain.engines.Running;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Kafka or PostgreSQL, which know by themselves when they serve.
 *
 * @param name what people call it
 * @param engine starts it
 */
public record EnginePart(String name, Supplier<Running> engine) implements Part {

  @Override
  public Running start(BooleanSupplier unwanted) {
    return engine.get();
  }
}
