package io.stormdrain.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Ends this JVM when its parent is gone. The parent holds the other end of our standard input and
 * never writes to it; the kernel closes that pipe however the parent dies, kill -9 included.
 */
public final class Lifeline {

  private Lifeline() {}

  /**
   * Starts the watch. At the end of standard input the JVM exits with status 0, shutdown hooks
   * included.
   *
   * @param grace how long the shutdown hooks may take before the JVM is halted with status 1
   */
  public static void watch(Duration grace) {
    InputStream parent = System.in;
    Thread.ofPlatform().daemon().name("lifeline").start(() -> exitAfter(parent, grace));
  }

  private static void exitAfter(InputStream parent, Duration grace) {
    awaitEnd(parent);
    Thread.ofPlatform().daemon().name("lifeline-grace").start(() -> haltAfter(grace));
    System.exit(0);
  }

  private static void awaitEnd(InputStream parent) {
    try {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe says the same as its end.
    }
  }

  private static void haltAfter(Duration grace) {
    try {
      Thread.sleep(grace);
    } catch (InterruptedException e) {
      // Nobody interrupts us but a JVM that is ending anyway.
    }
    Runtime.getRuntime().halt(1);
  }
}
