package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.Sight;
import io.stormdrain.notifier.delivery.DeliveryReader;
import io.stormdrain.notifier.delivery.DeliveryState;
import io.stormdrain.notifier.delivery.DeliveryView;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.IncidentReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads who was told what. */
@Singleton
class Ledgers {

  private static final int SHOWN = 50;

  private final DeliveryReader deliveries;
  private final IncidentReader incidents;
  private final Sight sight;

  Ledgers(DeliveryReader deliveries, IncidentReader incidents, Sight sight) {
    this.deliveries = deliveries;
    this.incidents = incidents;
    this.sight = sight;
  }

  Ledger read(@Nullable DeliveryState state, long before) {
    return QuarkusTransaction.requiringNew().call(() -> ledger(state, before));
  }

  private Ledger ledger(@Nullable DeliveryState state, long before) {
    List<DeliveryView> found = deliveries.latest(state, before, sight.apps(), SHOWN + 1);
    List<DeliveryView> shown = found.subList(0, Math.min(SHOWN, found.size()));
    Map<UUID, Long> numbers =
        incidents.numbers(shown.stream().map(DeliveryView::incident).collect(Collectors.toSet()));
    return new Ledger(
        shown.stream()
            .map(view ->
                Ledger.row(
                    view, Message.label(Objects.requireNonNull(numbers.get(view.incident())))))
            .toList(),
        state == null ? null : state.name().toLowerCase(Locale.ROOT),
        found.size() > SHOWN ? shown.getLast().id() : null);
  }
}
