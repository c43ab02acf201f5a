package io.stormdrain.bench.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The other end of a {@link Worker}: carries out orders until there are no more. */
public final class Orders {

  /** What becomes of one order. */
  @FunctionalInterface
  public interface Answering {
    /** The answer, words on one line. */
    String answer(String[] words) throws Exception;
  }

  private Orders() {}

  /** Returns at the end of standard input. */
  public static void serve(Answering answering) throws Exception {
    PrintStream parent = System.out;
    System.setOut(System.err);
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        parent.println(answering.answer(order.split(" ", -1)));
      }
    }
  }
}
