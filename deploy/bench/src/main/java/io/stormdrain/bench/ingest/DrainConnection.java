package io.stormdrain.bench.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.stormdrain.bench.traffic.DrainRequests;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A keep-alive connection of a drain: one request at a time, answered by 2xx or all is off. */
final class DrainConnection {

  private static final byte[] ACCEPTED = "HTTP/1.1 2".getBytes(US_ASCII);
  private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: *(\\d+)");

  private final SocketChannel channel;
  private final SelectionKey key;
  private final DrainRequests requests;
  private final ByteBuffer request;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(4096);

  DrainConnection(SocketAddress door, Selector selector, DrainRequests requests)
      throws IOException {
    this.requests = requests;
    this.request = requests.view();
    channel = SocketChannel.open(door);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Sends the next request, as far as the socket takes it. */
  void begin() throws IOException {
    requests.next(request);
    goOn();
  }

  /** Sends what is left of the request. */
  void goOn() throws IOException {
    channel.write(request);
    int wanted = request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != wanted) {
      key.interestOps(wanted);
    }
  }

  /** Reads; true when the answer is complete. */
  boolean isAnswered() throws IOException {
    if (channel.read(answer) < 0) {
      throw new IOException("the door has closed a connection");
    }
    int length = answer.position();
    // An answer without a body ends with its headers: no need to read them.
    boolean complete =
        length >= 4 && (answer.getInt(length - 4) == 0x0d0a0d0a || hasWholeBody(length));
    if (complete) {
      requireAccepted();
      answer.clear();
    }
    return complete;
  }

  private boolean hasWholeBody(int length) {
    byte[] bytes = new byte[length];
    answer.get(0, bytes);
    String text = new String(bytes, US_ASCII);
    int headers = text.indexOf("\r\n\r\n");
    Matcher given = LENGTH.matcher(text);
    return headers > 0 && given.find() && length == headers + 4 + Integer.parseInt(given.group(1));
  }

  private void requireAccepted() throws IOException {
    for (int i = 0; i < ACCEPTED.length; i++) {
      if (answer.get(i) != ACCEPTED[i]) {
        byte[] text = new byte[Math.min(80, answer.position())];
        answer.get(0, text);
        throw new IOException("the door answers: " + new String(text, US_ASCII).strip());
      }
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
