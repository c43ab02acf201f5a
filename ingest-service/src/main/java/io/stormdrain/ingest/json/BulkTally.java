package io.stormdrain.ingest.json;

import io.stormdrain.ingest.message.Count;

/** What was counted in a request to {@code _bulk}, and what its sender wants to be told of. */
public final class BulkTally extends Count {
  private final StringBuilder items = new StringBuilder();

  BulkTally() {}

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
}
