package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

/** What is done about new deliveries once they are really there. */
@Singleton
class AfterCommit {

  /** A new delivery. */
  record Entry(String receiver, Reason reason) {}

  private final TransactionSynchronizationRegistry transactions;
  private final DeliveryMetrics metrics;
  private final Bell bell;

  AfterCommit(TransactionSynchronizationRegistry transactions, DeliveryMetrics metrics, Bell bell) {
    this.transactions = transactions;
    this.metrics = metrics;
    this.bell = bell;
  }

  /** Counts them and rings when the caller's transaction has been committed. */
  void enqueued(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              entries.forEach(entry -> metrics.enqueued(entry.receiver(), entry.reason()));
              bell.ring();
            }
          }
        });
  }
}
