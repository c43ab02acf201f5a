package io.stormdrain.ingest.door;

import java.util.Locale;

/** Why only the first part of a body was taken. The rest is lost, whoever sends it again. */
enum BodyCut {
  /** It is larger than a body may be, as sent or inflated. */
  OVERSIZE,
  /** Its gzip form inflates more than any log does. */
  INFLATION,
  /** Its gzip form is broken from some byte on. */
  CORRUPT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
