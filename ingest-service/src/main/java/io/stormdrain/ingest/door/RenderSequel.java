package io.stormdrain.ingest.door;

import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.webhook.Event;
import io.stormdrain.ingest.webhook.RenderReason;
import java.io.IOException;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Asks Render why something failed, and adds it to the app's story; nobody waits for it. */
final class RenderSequel implements Sequel {
  private static final Logger LOG = Logger.getLogger(RenderSequel.class);

  private final RenderApi api;
  private final Reception reception;

  RenderSequel(RenderApi api, Reception reception) {
    this.api = api;
    this.reception = reception;
  }

  @Override
  public void to(Event event, Source source, Desk desk) {
    if (RenderReason.isMissing(event)) {
      api.event(Objects.requireNonNull(event.id()))
          .onSuccess(answer -> desk.run(() -> tell(event, answer, source, desk)))
          .onFailure(e ->
              LOG.warnf(
                  "Render did not say why source=%s reason=\"%s\"", source.id(), e.getMessage()));
    }
  }

  private void tell(Event event, byte[] answer, Source source, Desk desk) {
    try {
      Event reason = RenderReason.of(event, answer);
      if (reason != null) {
        OwnLine.send(reason.message(), source, HookDialect.WORD, desk, reception);
      }
    } catch (IOException e) {
      LOG.warnf("Render said why in words of its own source=%s", source.id());
    }
  }
}
