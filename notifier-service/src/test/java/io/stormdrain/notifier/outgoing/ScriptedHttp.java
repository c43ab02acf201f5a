package io.stormdrain.notifier.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** An HTTP server on a real socket that answers by a script, badly where it says so. */
public final class ScriptedHttp extends ScriptedServer {

  /** A request that has arrived in full. */
  public record Request(String path, Map<String, String> headers, String body) {}

  /** What it does with a request. */
  public sealed interface Reply {
    record Answer(int status, Map<String, String> headers, String body) implements Reply {}

    record HangUp() implements Reply {}

    record Silence() implements Reply {}

    /** Says 200, and then one byte now and then. */
    record Dribble() implements Reply {}
  }

  private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
  private volatile Function<Request, Reply> usual =
      request -> new Reply.Answer(200, Map.of(), "ok");
  private final AtomicInteger slams = new AtomicInteger();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public ScriptedHttp() throws IOException {
    listen();
  }

  private ScriptedHttp(ServerSocketFactory sockets) throws IOException {
    super(sockets);
    listen();
  }

  /** One that encrypts, and whose certificate nobody vouches for. */
  public static ScriptedHttp impostor() throws IOException {
    return new ScriptedHttp(new DummySSLServerSocketFactory());
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** It hangs up on the next who connects, before a word is said. */
  public void slams() {
    slams.incrementAndGet();
  }

  /** What it says where no script does. */
  public ScriptedHttp usually(Function<Request, Reply> answers) {
    usual = answers;
    return this;
  }

  public void then(Reply reply) {
    script.add(reply);
  }

  public void then(int status, String body) {
    then(new Reply.Answer(status, Map.of(), body));
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  protected void serve(Socket socket) {
    try (socket) {
      if (slams.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        socket.setSoLinger(true, 0);
        return;
      }
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Request request = read(in); request != null; request = read(in)) {
        requests.add(request);
        Reply reply = script.poll();
        if (!reply(socket, reply == null ? usual.apply(request) : reply)) {
          return;
        }
      }
    } catch (IOException | InterruptedException e) {
      // The other end has gone.
    }
  }

  private static boolean reply(Socket socket, Reply reply)
      throws IOException, InterruptedException {
    OutputStream out = socket.getOutputStream();
    return switch (reply) {
      case Reply.Answer answer -> {
        byte[] body = answer.body().getBytes(UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " X\r\n");
        answer
            .headers()
            .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
        yield true;
      }
      case Reply.HangUp hangUp -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
      case Reply.Silence silence -> {
        // Until the other end loses patience.
        yield socket.getInputStream().read() >= 0;
      }
      case Reply.Dribble dribble -> {
        out.write("HTTP/1.1 200 X\r\nContent-Length: 100000\r\n\r\n".getBytes(ISO_8859_1));
        for (int n = 0; n < 1_000; n++) {
          out.write('o');
          out.flush();
          Thread.sleep(20);
        }
        yield false;
      }
    };
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(first.split(" ", 3)[1], headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
