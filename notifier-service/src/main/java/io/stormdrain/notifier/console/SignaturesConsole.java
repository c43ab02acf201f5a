package io.stormdrain.notifier.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.neighbour.Answer;
import io.stormdrain.notifier.neighbour.KnownSignature;
import io.stormdrain.notifier.neighbour.Neighbour;
import io.stormdrain.notifier.neighbour.Neighbours;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How lines are recognised, as analyzer-service tells; and text held against it. */
@Path("/signatures")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class SignaturesConsole {

  private static final String PATH = "/api/v1/signatures";
  private static final int NOT_FOUND = 404;

  private final Neighbour analyzer;
  private final Printer printer;

  SignaturesConsole(Neighbours neighbours, Printer printer) {
    this.analyzer = neighbours.analyzer();
    this.printer = printer;
  }

  /** All of them, by what they speak of. */
  @GET
  public Response signatures() {
    return page("", null, null);
  }

  /** Holds text against them; nothing is kept of it. */
  @POST
  @Path("/test")
  @Needs(Role.VIEWER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response test(@RestForm @Nullable String text) {
    String tried = Objects.requireNonNullElse(text, "");
    return switch (analyzer.post(PATH + "/test", Map.of("text", tried))) {
      case Answer.Said(JsonNode what) -> page(tried, trial(tried, what), null);
      case Answer.Refused refused -> page(tried, null, refused.why() + ".");
      case Answer.Away away -> page(tried, null, away.why());
    };
  }

  /** One of them, with its patterns and samples. */
  @GET
  @Path("/{signature}")
  public Response signature(@RestPath String signature) {
    return switch (analyzer.get(PATH + "/" + Href.encoded(signature))) {
      case Answer.Said(JsonNode what) -> {
        KnownSignature known = KnownSignature.of(what);
        yield printer.html(200, frame -> Pages.signature(frame, known)).build();
      }
      case Answer.Refused refused when refused.status() == NOT_FOUND ->
          throw new NotFoundException();
      case Answer.Refused refused -> page("", null, refused.why() + ".");
      case Answer.Away away -> page("", null, away.why());
    };
  }

  private Response page(String text, SignaturesPage.@Nullable Trial trial, @Nullable String fault) {
    return switch (analyzer.get(PATH)) {
      case Answer.Said(JsonNode what) -> print(groups(what), fault, text, trial);
      case Answer.Refused refused -> print(Map.of(), refused.why() + ".", text, trial);
      case Answer.Away away -> print(Map.of(), away.why(), text, trial);
    };
  }

  private Response print(
      Map<String, List<KnownSignature>> groups,
      @Nullable String away,
      String text,
      SignaturesPage.@Nullable Trial trial) {
    SignaturesPage page =
        new SignaturesPage(
            groups.entrySet().stream()
                .map(group -> new SignaturesPage.Group(group.getKey(), group.getValue()))
                .toList(),
            groups.values().stream().mapToInt(List::size).sum(),
            away,
            text,
            trial);
    return printer.html(200, frame -> Pages.signatures(frame, page)).build();
  }

  private static Map<String, List<KnownSignature>> groups(JsonNode said) {
    return all(said.path("signatures"))
        .map(KnownSignature::of)
        .collect(groupingBy(one -> one.signal().replaceFirst("\\..*", ""), TreeMap::new, toList()));
  }

  private static SignaturesPage.Trial trial(String text, JsonNode said) {
    List<String> lines = text.lines().toList();
    return new SignaturesPage.Trial(
        said.path("lines").asInt(),
        all(said.path("recognised"))
            .map(found ->
                new SignaturesPage.Found(
                    found.path("line").asLong(),
                    LogText.line(line(lines, found.path("line").asInt())),
                    LogText.line(found.path("signature").asText()),
                    LogText.line(found.path("signal").asText()),
                    captures(found.path("captures"))))
            .toList());
  }

  private static String line(List<String> lines, int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  private static String captures(JsonNode captures) {
    return captures.properties().stream()
        .map(capture -> capture.getKey() + " = " + LogText.line(capture.getValue().asText()))
        .collect(Collectors.joining(", "));
  }

  private static Stream<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
