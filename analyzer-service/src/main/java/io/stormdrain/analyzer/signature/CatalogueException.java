package io.stormdrain.analyzer.signature;

/** A catalogue that cannot be used; the message names file, line and reason. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CatalogueException(String file, int line, String reason) {
    super(file + (line > 0 ? ":" + line : "") + ": " + reason);
  }
}
