package io.stormdrain.engines;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/** Runs another main class as a child that ends with its parent: {@code Supervised MAIN ARGS...} */
public final class Supervised {

  /** Longer than Quarkus and the Kafka clients take to close, shorter than a user's patience. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  private Supervised() {}

  /**
   * Starts the watch and calls the main method of the class that the first argument names.
   *
   * @param args the main class and its arguments
   * @throws Exception what the main method throws
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      throw new IllegalArgumentException("Supervised needs a main class as its first argument");
    }
    Lifeline.watch(GRACE);
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
