package io.stormdrain.local.forward;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A command that has ended.
 *
 * @param code with which it ended
 * @param output its last lines
 */
public record Execution(int code, byte[] output) {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** As shells say it. */
  private static final int NOT_FOUND = 127;

  /**
   * Runs a command to its end, with our own input and output.
   *
   * @throws InterruptedException when the thread is interrupted; the command is ended then
   */
  public static Execution of(List<String> command) throws InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      System.err.println("stormdrain: " + command.getFirst() + " cannot be run: " + e.getMessage());
      return new Execution(NOT_FOUND, new byte[0]);
    }
    Tail tail = new Tail(MOST_BYTES);
    Thread out =
        Thread.ofVirtual()
            .start(new Tee(process.getInputStream(), stream(FileDescriptor.out), tail));
    Thread err =
        Thread.ofVirtual()
            .start(new Tee(process.getErrorStream(), stream(FileDescriptor.err), tail));
    try {
      int code = process.waitFor();
      out.join();
      err.join();
      return new Execution(code, tail.text());
    } finally {
      process.destroy();
    }
  }

  /** Without the buffers and the character set of {@code System.out}. */
  private static FileOutputStream stream(FileDescriptor descriptor) {
    return new FileOutputStream(descriptor);
  }

  @Override
  public String toString() {
    return "Execution(code " + code + ", " + output.length + " bytes)";
  }
}
