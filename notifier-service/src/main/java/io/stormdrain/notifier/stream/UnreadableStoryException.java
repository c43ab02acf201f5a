package io.stormdrain.notifier.stream;

/** The rules could not make anything of an entry, which says more about them than about it. */
final class UnreadableStoryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnreadableStoryException(RuntimeException cause) {
    super("the rules cannot take it: " + cause, cause);
  }
}
