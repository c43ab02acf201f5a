package io.stormdrain.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token, shown this once.
 *
 * @param source whose it is
 * @param token absent where it was given, since it is known then
 * @param before until when the one before is good; absent where there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewToken(String source, @Nullable String token, @Nullable Instant before) {

  @Override
  public String toString() {
    return "NewToken(" + source + ")";
  }
}
