package io.stormdrain.notifier.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.NotifierConfig.Tls;
import io.stormdrain.notifier.Program;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Tellings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail to the SMTP server that Postfix brings for tests, in its good and its bad moments. */
final class RealMailServerTest {

  @TempDir Path folder;

  private final Path sink = Program.find("smtp-sink", "postfix");
  private final int port = Program.freePort();

  @Test
  void aMailArrivesAsItWasSent() throws IOException {
    try (Program server = server()) {
      assertThat(tell()).as("%s", server).isInstanceOf(Outcome.Delivered.class);
    }

    assertThat(mails()).hasSize(1);
    assertThat(mails().getFirst())
        .contains("Message-ID: <dlv-42@example.org>")
        .contains("Auto-Submitted: auto-generated")
        .contains("X-Rcpt-Args: <ann@example.org>")
        .contains("X-Rcpt-Args: <bob@example.org>");
  }

  @Test
  void whoIsGreylistedComesBackAndArrivesOnce() throws IOException {
    try (Program server = server("-r", "RCPT")) {
      assertThat(tell())
          .as("%s", server)
          .isInstanceOfSatisfying(
              Outcome.Retry.class, retry -> assertThat(retry.fault()).isEqualTo(Fault.DEFERRED));
    }
    assertThat(mails()).isEmpty();
    try (Program server = server()) {
      assertThat(tell()).as("%s", server).isInstanceOf(Outcome.Delivered.class);
    }

    assertThat(mails()).hasSize(1);
  }

  @Test
  void whatIsLostInTheMiddleOfTheDataIsSentOnceMoreUnderTheSameId() throws IOException {
    try (Program server = server("-q", ".")) {
      assertThat(tell()).as("%s", server).isInstanceOf(Outcome.Unknown.class);
    }
    try (Program server = server()) {
      assertThat(tell()).as("%s", server).isInstanceOf(Outcome.Delivered.class);
    }

    assertThat(mails())
        .isNotEmpty()
        .allSatisfy(mail -> assertThat(mail).contains("Message-ID: <dlv-42@example.org>"));
  }

  @Test
  void aServerThatHangsUpBeforeTheDataHasNothing() throws IOException {
    try (Program server = server("-q", "DATA")) {
      assertThat(tell()).as("%s", server).isNotInstanceOf(Outcome.Delivered.class);
    }

    assertThat(mails()).isEmpty();
  }

  /** It keeps every mail that it takes in a file of its own. */
  private Program server(String... moods) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> arguments = new ArrayList<>(List.of(moods));
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.addAll(List.of("-u", "nobody"));
    }
    arguments.addAll(List.of("-d", folder + "/mail.%H%M%S.", "127.0.0.1:" + port, "10"));
    Path log = folder.resolve("log");
    return Program.start(port, log, sink, arguments.toArray(String[]::new));
  }

  private List<String> mails() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> mails = new ArrayList<>();
      for (Path file : files.filter(RealMailServerTest::isMail).sorted().toList()) {
        mails.add(Files.readString(file, UTF_8));
      }
      return mails;
    }
  }

  /**
   * The file of a mail is made when its sender is named, and stays empty where it came no further.
   */
  private static boolean isMail(Path file) {
    return String.valueOf(file.getFileName()).startsWith("mail.") && file.toFile().length() > 0;
  }

  private Outcome tell() {
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            port,
            null,
            null,
            Tls.NONE,
            "alerts@example.org",
            List.of("ann@example.org", "bob@example.org"),
            Duration.ofSeconds(10));
    return new MailReceiver("email", settings, WayOut.vertx(), InstantSource.system())
        .tell(Tellings.of(Trouble.crashLoop().message(Notice.OPENED)));
  }
}
