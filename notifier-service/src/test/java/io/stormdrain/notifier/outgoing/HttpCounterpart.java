package io.stormdrain.notifier.outgoing;

import io.stormdrain.notifier.delivery.Counterpart;
import java.util.List;
import java.util.Map;

/** The other end of a receiver that speaks HTTP, answering as most do. */
public class HttpCounterpart implements Counterpart {

  protected final ScriptedHttp http;
  private final int status;
  private final String body;

  /**
   * @param status of success
   * @param body of success
   */
  public HttpCounterpart(ScriptedHttp http, int status, String body) {
    this.http = http;
    this.status = status;
    this.body = body;
  }

  @Override
  public void accepts() {
    http.then(status, body);
  }

  @Override
  public void refusesForm() {
    http.then(400, "{\"error\":\"bad request\"}");
  }

  @Override
  public List<String> wrongSettings() {
    return List.of("301", "401", "403", "404", "405", "410");
  }

  @Override
  public void refusesSetting(String way) {
    http.then(Integer.parseInt(way), "no");
  }

  @Override
  public void limits() {
    http.then(429, "");
  }

  @Override
  public void fails() {
    http.then(502, "<html>bad gateway</html>");
  }

  @Override
  public void goesAway() {
    http.close();
  }

  @Override
  public void hangsUp() {
    http.then(new ScriptedHttp.Reply.HangUp());
  }

  @Override
  public void staysSilent() {
    http.then(new ScriptedHttp.Reply.Silence());
  }

  @Override
  public void babbles() {
    http.then(new ScriptedHttp.Reply.Answer(status, Map.of(), body + " ".repeat(10_000_000)));
  }

  @Override
  public int received() {
    return http.requests().size();
  }

  @Override
  public void close() {
    http.close();
  }
}
