package io.stormdrain.acceptance.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Connections that say very little, very slowly: in their headers, in their body, or nothing at
 * all.
 */
final class SlowSenders {

  private static final Duration CUT = Duration.ofSeconds(30);
  private static final Duration HONEST = Duration.ofMillis(500);

  /** Many who begin a request and never end it. */
  static final class Slowloris implements Fault {

    @Override
    public String id() {
      return "F24";
    }

    @Override
    public String done() {
      return "300 connections (in full 1,000) give one byte a second, half in their headers, half in their body, for 20 s (in full 240 s)";
    }

    @Override
    public String checked() {
      return "oracle; no honest frame waits longer than 500 ms; slow bodies are cut within 30 s";
    }

    @Override
    public void happen(Ground ground, Figures figures) throws IOException {
      int count = ground.scale().times(300, 1_000);
      Oracle oracle = new Oracle(ground, id());
      List<SocketChannel> slow = connect(ground, count, i -> i % 2 == 0 ? headers() : body());
      try (Crowd crowd = ground.crowd(id())) {
        int seconds = ground.scale().times(20, 240);
        int cutAfter = 0;
        for (int second = 1; second <= seconds; second++) {
          Ground.rest(Duration.ofSeconds(1));
          slow.removeIf(channel -> !goesOn(channel));
          cutAfter = cutAfter == 0 && slow.size() <= count / 2 ? second : cutAfter;
        }
        figures.add("connections left", slow.size());
        assertThat(cutAfter)
            .as("seconds until slow bodies were cut")
            .isBetween(1, (int) CUT.toSeconds());
        figures.add("longest wait of an honest frame", crowd.answers().longestWait(), HONEST);
        oracle.holds(crowd, figures);
      } finally {
        close(slow);
      }
    }
  }

  /** Many who connect and say nothing. */
  static final class IdleFlood implements Fault {

    @Override
    public String id() {
      return "F25";
    }

    @Override
    public String done() {
      return "1,500 connections (in full 5,000) that say nothing";
    }

    @Override
    public String checked() {
      return "oracle; no honest frame waits longer than 500 ms; all are gone from the process afterwards";
    }

    @Override
    public void happen(Ground ground, Figures figures) throws IOException {
      long before = descriptors(ground);
      Oracle oracle = new Oracle(ground, id());
      List<SocketChannel> idle = connect(ground, ground.scale().times(1_500, 5_000), i -> "");
      try (Crowd crowd = ground.crowd(id())) {
        Ground.rest(Duration.ofSeconds(5));
        figures.add("connections", idle.size());
        figures.add("descriptors", descriptors(ground));
        figures.add("longest wait of an honest frame", crowd.answers().longestWait(), HONEST);
        oracle.holds(crowd, figures);
      } finally {
        close(idle);
      }
      Ground.until("that they are gone", () -> descriptors(ground) < before + 100);
    }

    private static long descriptors(Ground ground) {
      String[] open = new java.io.File("/proc/" + ground.stage().ingest.pid() + "/fd").list();
      return open == null ? 0 : open.length;
    }
  }

  private SlowSenders() {}

  private static String headers() {
    return "POST /logplex HTTP/1.1\r\nHost: x\r\nX-Slow: ";
  }

  private static String body() {
    return "POST /logplex HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 9000\r\n\r\n"
        .formatted(Stage.token("stage-idle"));
  }

  private static List<SocketChannel> connect(Ground ground, int count, IntFunction<String> opening)
      throws IOException {
    SocketAddress door =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), ground.door(ground.stage().ingest).getPort());
    List<SocketChannel> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open(door);
      channel.write(ByteBuffer.wrap(opening.apply(i).getBytes(US_ASCII)));
      channel.configureBlocking(false);
      all.add(channel);
    }
    return all;
  }

  /** One more byte; whether the other side still listens. */
  private static boolean goesOn(SocketChannel channel) {
    try {
      ByteBuffer answer = ByteBuffer.allocate(512);
      int read = channel.read(answer);
      channel.write(ByteBuffer.wrap(new byte[] {'x'}));
      return read == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(List<SocketChannel> channels) throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}
