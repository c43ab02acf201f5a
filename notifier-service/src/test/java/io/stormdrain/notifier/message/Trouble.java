package io.stormdrain.notifier.message;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.FindingOrder;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An app in trouble: signals go in, and what the notifier makes of them comes out. */
public final class Trouble {

  public static final AlertRules RULES = ShippedRules.rules();
  public static final Instant START = Instant.parse("2026-02-10T14:03:05Z");

  private final String app;
  private final CaseFile file;
  private final List<Signal> signals = new ArrayList<>();
  private Instant now = START;

  public Trouble(String app) {
    this.app = app;
    this.file =
        new CaseFile(
            RULES,
            Story.BLANK,
            new Docket(new App(app, app, "heroku", "production"), List.of(), List.of()),
            3);
  }

  /** Six boots of one release, each dying of another missing module, and up again at last. */
  public static Trouble crashLoop() {
    Trouble trouble = new Trouble("shop");
    trouble.sees("release.created", "api", "v43", Map.of(), "Release v43 created by user a@b.c");
    List<String> modules = List.of("typer", "sqlalchemy", "bs4", "jwt", "langchain", "ftfy");
    List<String> packages =
        List.of("typer", "SQLAlchemy", "beautifulsoup4", "PyJWT", "langchain", "ftfy");
    for (int boot = 0; boot < modules.size(); boot++) {
      trouble.boot(modules.get(boot), packages.get(boot));
    }
    return trouble;
  }

  /** A start that installs so many packages one by one. */
  public static Trouble dependencyStorm(int packages) {
    Trouble trouble = new Trouble("kids");
    trouble.sees("process.starting", "web.1", null, Map.of(), "Starting process");
    for (int n = 1; n <= packages; n++) {
      trouble.sees(
          "dependency.missing",
          "web.1",
          "module" + n,
          Map.of("module", "module" + n),
          "Missing module: module" + n,
          "Add package-" + n + " to requirements.txt, so that it is in the image.");
    }
    return trouble;
  }

  private void boot(String module, String pack) {
    sees("process.starting", "web.1", null, Map.of(), "State changed from down to starting");
    sees(
        "module.missing",
        "web.1",
        module,
        Map.of("module", module),
        "ModuleNotFoundError: No module named '" + module + "'",
        "Add "
            + pack
            + " to requirements.txt (it provides the module "
            + module
            + ") and deploy again; let the build fail when pip fails.");
    sees(
        "process.exited",
        "web.1",
        null,
        Map.of("status", 1L),
        "Process exited with status 1",
        "Read the lines before the exit: heroku logs --app shop --dyno web.1 --num 200",
        "If it began with a release, go back while you look: heroku rollback --app shop");
  }

  /** One more line of its log. */
  public Trouble sees(
      String type,
      @Nullable String process,
      @Nullable String subject,
      Map<String, Object> captures,
      String line,
      String... remediation) {
    now = now.plusSeconds(10);
    Signal signal =
        new Signal(
            "0/" + signals.size() + "/x",
            type,
            app,
            app,
            "heroku",
            "production",
            process,
            null,
            now,
            subject,
            captures,
            List.of(remediation),
            new Evidence(0, signals.size(), line));
    signals.add(signal);
    file.accept(signal, now);
    return this;
  }

  /** Time goes on without a word. */
  public Trouble after(Duration time) {
    now = now.plus(time);
    file.advance(now);
    return this;
  }

  /** Somebody looks after it. */
  public Trouble acknowledgedBy(String who) {
    file.handling().acknowledge(incident().id(), who, now);
    return this;
  }

  /** The first incident that is more than a note for the record. */
  private Incident incident() {
    return file.docket().incidents().stream()
        .filter(incident -> incident.severity() != Severity.INFO)
        .findFirst()
        .orElseThrow();
  }

  /** That incident as the store would show it. */
  public IncidentView view() {
    Incident incident = incident();
    return new IncidentView(
        17,
        incident,
        file.docket().members(incident.id()).stream().sorted(FindingOrder.by(RULES)).toList(),
        file.docket().transitions().stream()
            .filter(transition -> transition.incident().equals(incident.id()))
            .toList());
  }

  /** All that it has seen. */
  public List<Signal> signals() {
    return List.copyOf(signals);
  }

  /** A message of how it stands now. */
  public Message message(Notice notice) {
    return message(notice, new Links(URI.create("https://stormdrain.example.org/"), null));
  }

  /** The same with a link to the page of its class. */
  public Message explained(Notice notice) {
    return message(notice, new Links(null, URI.create("https://docs.example.org/stormdrain/")));
  }

  private Message message(Notice notice, Links links) {
    IncidentView view = view();
    return new Composer(() -> RULES, links)
        .compose(view, new Occasion(notice, view.incident().seq(), "v42", false));
  }
}
