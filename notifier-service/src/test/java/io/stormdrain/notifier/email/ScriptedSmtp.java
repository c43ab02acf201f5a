package io.stormdrain.notifier.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.outgoing.ScriptedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server on a real socket that answers one step of the dialogue by a script. */
public final class ScriptedSmtp extends ScriptedServer implements Counterpart {

  /** A mail that has arrived, and for whom. */
  public record Mail(List<String> to, String text) {
    public Mail {
      to = List.copyOf(to);
    }
  }

  private static final String HANG_UP = "hang up";
  private static final String SILENCE = "silence";

  private final Map<String, String> script = new ConcurrentHashMap<>();
  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private final List<Mail> mails = new CopyOnWriteArrayList<>();

  public ScriptedSmtp() throws IOException {
    listen();
  }

  /**
   * From now on it answers so to this step: EHLO, MAIL, RCPT, DATA, or the end of the mail, END.
   */
  void answers(String step, String reply) {
    script.clear();
    script.put(step, reply);
  }

  /** From now on it answers so to this recipient. */
  public void answersTo(String address, String reply) {
    addresses.put(address, reply);
  }

  @Override
  public void accepts() {
    script.clear();
    addresses.clear();
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
    return mails.size();
  }

  /** Those that have arrived in full. */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  @Override
  protected void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      OutputStream out = socket.getOutputStream();
      say("220 scripted ESMTP", in, out);
      List<String> to = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!step(line, to, in, out)) {
          return;
        }
      }
    } catch (IOException e) {
      // The other end has gone.
    }
  }

  private boolean step(String line, List<String> to, BufferedReader in, OutputStream out)
      throws IOException {
    String step = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
    if (step.equals("RCPT")) {
      return recipient(line.substring(line.indexOf('<') + 1, line.indexOf('>')), to, in, out);
    }
    boolean goesOn = say(script.getOrDefault(step, usual(step)), in, out);
    if (goesOn && step.equals("DATA") && !script.containsKey("DATA")) {
      StringBuilder text = new StringBuilder();
      for (String next = in.readLine(); next != null && !next.equals("."); next = in.readLine()) {
        text.append(next).append('\n');
      }
      mails.add(new Mail(to, text.toString()));
      return say(script.getOrDefault("END", "250 2.0.0 taken"), in, out);
    }
    return goesOn && !step.equals("QUIT");
  }

  private boolean recipient(String address, List<String> to, BufferedReader in, OutputStream out)
      throws IOException {
    String reply = addresses.getOrDefault(address, script.getOrDefault("RCPT", "250 ok"));
    if (reply.startsWith("2")) {
      to.add(address);
    }
    return say(reply, in, out);
  }

  private static boolean say(String reply, BufferedReader in, OutputStream out) throws IOException {
    return switch (reply) {
      case HANG_UP -> false;
      case SILENCE -> in.read() >= 0;
      default -> {
        out.write((reply + "\r\n").getBytes(UTF_8));
        out.flush();
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
}
