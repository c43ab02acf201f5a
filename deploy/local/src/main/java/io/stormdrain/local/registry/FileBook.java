package io.stormdrain.local.registry;

import io.stormdrain.local.data.Draft;
import io.stormdrain.local.data.Source;
import io.stormdrain.local.data.SourcesFile;
import io.stormdrain.local.data.Token;
import io.stormdrain.local.sender.Arrivals;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of sources.
 *
 * @param running a door that reads it, which counts its lines; null when none does
 */
public record FileBook(SourcesFile file, @Nullable URI running) implements SourceBook {

  @Override
  public String name() {
    return file.path().toString();
  }

  @Override
  public List<String> lines() throws InterruptedException {
    List<Source> sources = file.all();
    Map<String, Long> lines = running == null ? Map.of() : new Arrivals(running).lines();
    int width = sources.stream().mapToInt(source -> source.id().length()).max().orElse(0);
    return sources.stream().map(source -> line(source, lines.get(source.id()), width)).toList();
  }

  private static String line(Source source, @Nullable Long sent, int width) {
    String rotating = source.tokens().size() > 1 ? "  two tokens: one is being replaced" : "";
    return ("%-" + (width + 2) + "s%s%s")
        .formatted(source.id(), sent == null ? "" : sent + " lines", rotating)
        .stripTrailing();
  }

  @Override
  public Token add(Draft draft) {
    return file.add(draft).tokens().getFirst();
  }

  @Override
  public Token rotate(String id) {
    return file.rotate(id).tokens().getFirst();
  }

  @Override
  public void settle(String id) {
    file.settle(id);
  }

  @Override
  public void remove(String id) {
    file.remove(id);
  }
}
