package io.stormdrain.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some sources, by id.
 *
 * @param registry how it stands: off, unread, in-force or from-memory
 * @param next the cursor of the page after this one; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourcePage(List<SourceEntry> sources, String registry, @Nullable String next) {}
