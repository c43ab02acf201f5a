package io.stormdrain.notifier.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.outgoing.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP server that takes what comes, and ends whoever speaks to it when so many bytes have gone
 * to and fro.
 */
final class DeadlyServer extends ScriptedServer {

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".getBytes(ISO_8859_1);
  private static final Pattern LENGTH =
      Pattern.compile("content-length: *(\\d+)\r\n", Pattern.CASE_INSENSITIVE);

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

  DeadlyServer() throws IOException {
    listen();
  }

  /** From now on so many bytes go to and fro. */
  void endsAfter(long bytes) {
    left.set(bytes);
  }

  /** How many more may go. */
  long left() {
    return left.get();
  }

  /** Requests that have arrived in full, their heads included. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  @Override
  protected void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      while (!isWhole(request.toString(UTF_8), request.size())) {
        if (ends()) {
          return;
        }
        int next = in.read();
        if (next < 0) {
          return;
        }
        request.write(next);
      }
      taken.add(request.toString(UTF_8));
      OutputStream out = socket.getOutputStream();
      for (byte next : ANSWER) {
        if (ends()) {
          return;
        }
        out.write(next);
        out.flush();
      }
    } catch (IOException e) {
      // The other end has gone.
    }
  }

  private boolean ends() {
    if (left.getAndDecrement() > 0) {
      return false;
    }
    Death.now();
    return true;
  }

  private static boolean isWhole(String request, int size) {
    int head = request.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(request);
    return head >= 0 && length.find() && size >= head + 4 + Integer.parseInt(length.group(1));
  }
}
