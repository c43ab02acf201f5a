package io.stormdrain.ingest.webhook;

/** What a signature says of a request. */
public enum Proof {
  /** Who sent it knows the secret. */
  SIGNED,
  /** There is no secret to sign with, or the platform knows of none: the token has to do. */
  UNSIGNED,
  /** There is no signature, or that of something else. */
  FORGED,
  /** It was signed, too long ago or in the future: somebody may play it again. */
  STALE
}
