package io.stormdrain.notifier.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.stormdrain.notifier.neighbour.KnownSignature;
import io.stormdrain.notifier.people.Person;
import org.jspecify.annotations.Nullable;

/** The templates, each with what it shows; checked when the service is built. */
@CheckedTemplate(basePath = "console")
final class Pages {

  private Pages() {}

  static native TemplateInstance now(Frame frame, NowPage page);

  static native TemplateInstance incidents(Frame frame, IncidentList list);

  static native TemplateInstance incident(Frame frame, IncidentSheet sheet, Visitor visitor);

  static native TemplateInstance app(Frame frame, AppPage page);

  static native TemplateInstance evidence(Frame frame, EvidencePage page);

  static native TemplateInstance rules(Frame frame, RulesPage page);

  static native TemplateInstance backtest(Frame frame, BacktestPage page);

  static native TemplateInstance search(Frame frame, SearchPage page);

  static native TemplateInstance deliveries(Frame frame, Ledger ledger);

  static native TemplateInstance about(Frame frame, About about);

  static native TemplateInstance problem(Frame frame, Trouble trouble);

  static native TemplateInstance login(Frame frame, Entry entry);

  static native TemplateInstance join(Frame frame, Arrival arrival);

  static native TemplateInstance me(Frame frame, Person person, @Nullable String fault);

  static native TemplateInstance people(Frame frame, PeoplePage page);

  static native TemplateInstance audit(Frame frame, AuditList list);

  static native TemplateInstance silences(Frame frame, SilencesPage page);

  static native TemplateInstance receivers(Frame frame, ReceiversPage page);

  static native TemplateInstance sources(Frame frame, SourcesPage page);

  static native TemplateInstance source(Frame frame, SourcePage page);

  static native TemplateInstance signatures(Frame frame, SignaturesPage page);

  static native TemplateInstance signature(Frame frame, KnownSignature signature);

  static native TemplateInstance opening(Frame frame, String to);
}
