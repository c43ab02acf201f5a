package io.stormdrain.analyzer.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Files of signatures that users wrote. */
public record SignatureFiles(
    @Schema(description = "Whether there is a folder for them") boolean folder,
    @Schema(description = "Their names") List<String> files,
    @Schema(description = "Which sets are in use, and why not those of the folder if they are not")
        String state) {

  public SignatureFiles {
    files = List.copyOf(files);
  }
}
