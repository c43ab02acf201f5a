package io.stormdrain.ingest.json;

import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Tally;
import java.util.Map;

/** What was counted in a request to {@code _bulk}, and what its sender wants to be told of. */
public final class BulkTally implements Tally {
  private final Tally messages;
  private final StringBuilder items = new StringBuilder();

  BulkTally(Tally messages) {
    this.messages = messages;
  }

  void add(String action) {
    int status = action.equals("delete") ? 404 : 201;
    items
        .append(items.isEmpty() ? "" : ",")
        .append("{\"")
        .append(action)
        .append("\":{\"status\":")
        .append(status)
        .append("}}");
  }

  /** The outcomes of all actions in their order, as JSON without its brackets. */
  public String items() {
    return items.toString();
  }

  @Override
  public Map<Fault, Integer> faults() {
    return messages.faults();
  }

  @Override
  public int truncatedLines() {
    return messages.truncatedLines();
  }

  @Override
  public long lostLines() {
    return messages.lostLines();
  }

  @Override
  public boolean isMiscounted() {
    return messages.isMiscounted();
  }

  @Override
  public boolean isUndecodable() {
    return messages.isUndecodable();
  }
}
