package io.stormdrain.notifier.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.outgoing.ScriptedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server on a real socket that answers one step of the dialogue by a script. */
final class ScriptedSmtp extends ScriptedServer implements Counterpart {

  private static final String HANG_UP = "hang up";
  private static final String SILENCE = "silence";

  private final Map<String, String> script = new ConcurrentHashMap<>();
  private final Map<String, String> once = new ConcurrentHashMap<>();
  private final AtomicInteger received = new AtomicInteger();

  ScriptedSmtp() throws IOException {
    listen();
  }

  /**
   * From now on it answers so to this step: EHLO, MAIL, RCPT, DATA, or the end of the mail, END.
   */
  void answers(String step, String reply) {
    script.clear();
    script.put(step, reply);
  }

  /** It answers so to the next such step alone. */
  void refusesOnce(String step, String reply) {
    script.clear();
    once.put(step, reply);
  }

  @Override
  public void accepts() {
    script.clear();
  }

  @Override
  public void refusesForm() {
    answers("END", "552 5.3.4 message too big for system");
  }

  @Override
  public List<String> wrongSettings() {
    return List.of(
        "MAIL 530 5.7.0 authentication required",
        "MAIL 553 5.1.8 sender domain unknown",
        "RCPT 550 5.1.1 no such user",
        "RCPT 554 5.7.1 relay access denied",
        "END 554 5.7.1 rejected as spam");
  }

  @Override
  public void refusesSetting(String way) {
    answers(way.substring(0, way.indexOf(' ')), way.substring(way.indexOf(' ') + 1));
  }

  @Override
  public void limits() {
    answers("RCPT", "450 4.7.1 too many messages, slow down");
  }

  @Override
  public void fails() {
    answers("MAIL", "421 4.3.2 service shutting down");
  }

  @Override
  public void goesAway() {
    close();
  }

  @Override
  public void hangsUp() {
    answers("END", HANG_UP);
  }

  @Override
  public void staysSilent() {
    answers("END", SILENCE);
  }

  @Override
  public void babbles() {
    answers("END", "250 " + "ok ".repeat(300_000));
  }

  @Override
  public int received() {
    return received.get();
  }

  @Override
  protected void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      OutputStream out = socket.getOutputStream();
      say(out, "220 scripted ESMTP");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String step = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        if (!step(step, in, out)) {
          return;
        }
      }
    } catch (IOException e) {
      // The other end has gone.
    }
  }

  private boolean step(String step, BufferedReader in, OutputStream out) throws IOException {
    boolean goesOn = answer(step, usual(step), in, out);
    if (goesOn && step.equals("DATA") && !script.containsKey("DATA")) {
      for (String line = in.readLine(); line != null && !line.equals("."); ) {
        line = in.readLine();
      }
      received.incrementAndGet();
      return answer("END", "250 2.0.0 taken", in, out);
    }
    return goesOn && !step.equals("QUIT");
  }

  private boolean answer(String step, String usual, BufferedReader in, OutputStream out)
      throws IOException {
    String special = once.remove(step);
    String reply = special != null ? special : script.getOrDefault(step, usual);
    return switch (reply) {
      case HANG_UP -> false;
      case SILENCE -> in.read() >= 0;
      default -> {
        say(out, reply);
        yield true;
      }
    };
  }

  private static String usual(String step) {
    return switch (step) {
      case "DATA" -> "354 go ahead";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }
}
