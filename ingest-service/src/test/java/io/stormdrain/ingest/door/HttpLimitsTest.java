package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Senders that are slow, silent or many: 3 s for a request, 2 s for a body, 6 s between requests, 8
 * connections of an address, on real sockets.
 */
@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = @ResourceArg(name = "limits", value = "yes"))
class HttpLimitsTest {
  private static final long SECOND = 1_000_000_000L;

  @Inject MeterRegistry registry;

  private final List<DrainSocket> open = new ArrayList<>();

  private DrainSocket connect() throws IOException {
    DrainSocket socket = new DrainSocket();
    open.add(socket);
    return socket;
  }

  @AfterEach
  void hangUp() throws IOException {
    for (DrainSocket socket : open) {
      socket.close();
    }
    Service.await(() -> registry.get("stormdrain.ingest.http.connections").gauge().value() == 0);
  }

  @Test
  void headersThatTrickleForLongerThanARequestMayTakeAreHungUpOn() throws Exception {
    Meters meters = new Meters(registry);
    DrainSocket slow = connect();
    long began = System.nanoTime();

    slow.send("POST /logplex HTTP/1.1\r\n".getBytes(UTF_8));
    assertThat(trickles(slow, 10)).isFalse();

    assertThat((System.nanoTime() - began) / SECOND).isBetween(3L, 6L);
    assertThat(meters.moved()).containsEntry("http.connections.refused too-slow", 1);
  }

  @Test
  void headersThatTrickleForLessAreTaken() throws Exception {
    DrainSocket slow = connect();
    byte[] head = DrainSocket.head("POST /logplex", "answers", 0);
    for (int i = 0; i < 4; i++) {
      slow.send(Arrays.copyOfRange(head, head.length * i / 4, head.length * (i + 1) / 4));
      LockSupport.parkNanos(SECOND / 2);
    }

    assertThat(slow.answer().status()).isEqualTo(204);
  }

  @Test
  void whoSaysNothingAtAllIsHungUpOn() throws Exception {
    DrainSocket silent = connect();
    long began = System.nanoTime();

    assertThat(silent.isClosedByService()).isTrue();

    assertThat((System.nanoTime() - began) / SECOND).isBetween(3L, 6L);
  }

  @Test
  void aBodyThatTakesLongerThanItMayIsToBeSentAgain() throws Exception {
    DrainSocket slow = connect();
    long began = System.nanoTime();
    slow.send(DrainSocket.head("POST /logplex", "answers", 100));

    assertThat(slow.answer().status()).isEqualTo(503);

    assertThat((System.nanoTime() - began) / SECOND).isBetween(2L, 4L);
    assertThat(slow.isClosedByService()).isTrue();
  }

  @Test
  void aConnectionIsKeptBetweenRequestsForAsLongAsItMayBeIdle() throws Exception {
    DrainSocket idle = connect();
    assertThat(idle.post("answers", Bodies.of("one")).status()).isEqualTo(204);
    long began = System.nanoTime();
    LockSupport.parkNanos(4 * SECOND);
    assertThat(idle.post("answers", Bodies.of("two")).status()).isEqualTo(204);

    assertThat(idle.isClosedByService()).isTrue();

    assertThat((System.nanoTime() - began) / SECOND).isBetween(9L, 14L);
  }

  @Test
  void anAddressHasAsManyConnectionsAsItMayAndNotOneMore() throws Exception {
    for (int i = 0; i < 8; i++) {
      assertThat(connect().post("answers", Bodies.of("one")).status()).isEqualTo(204);
    }
    Meters meters = new Meters(registry);

    assertThat(connect().isClosedByService()).isTrue();

    assertThat(meters.moved()).containsEntry("http.connections.refused too-many-from-address", 1);
    assertThat(open.getFirst().post("answers", Bodies.of("two")).status()).isEqualTo(204);
    open.removeFirst().close();
    Service.await(() -> registry.get("stormdrain.ingest.http.connections").gauge().value() <= 7);
    assertThat(connect().post("answers", Bodies.of("one")).status()).isEqualTo(204);
  }

  @Test
  void headersOf16KiBAreTakenAndMoreAreNot() throws Exception {
    int others = DrainSocket.head("POST /logplex", "answers", 0).length;
    String filler = "x".repeat(16 * 1024 - others - 200);

    assertThat(connect().post("answers", new byte[0], "X-Filler: " + filler).status())
        .isEqualTo(204);
    assertThat(
            connect()
                .post("answers", new byte[0], "X-Filler: " + filler + "y".repeat(400))
                .status())
        .isEqualTo(431);
  }

  private static boolean trickles(DrainSocket socket, int seconds) {
    try {
      for (int i = 0; i < seconds * 5; i++) {
        socket.send("X".getBytes(UTF_8));
        LockSupport.parkNanos(SECOND / 5);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
