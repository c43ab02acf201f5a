package io.stormdrain.analyzer.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.own.ActiveSignatures;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signal.SignalJson;
import io.stormdrain.analyzer.signature.Signature;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The signatures in use. */
@Singleton
@Path("/api/v1/signatures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "signatures", description = "How lines are recognised")
public class SignatureResource {

  private final ActiveSignatures active;
  private final Supplier<Classifier> reader;
  private final ObjectMapper json;

  SignatureResource(ActiveSignatures active, ObjectMapper json) {
    this.active = active;
    this.json = json;
    this.reader = active.reader();
  }

  /** All of them, or those of one signal. */
  @GET
  @Operation(summary = "The signatures in use")
  public SignatureList list(
      @Parameter(description = "Only those that yield this signal") @QueryParam("signal")
          @Nullable String signal) {
    return new SignatureList(
        active.state(),
        signatures().stream()
            .filter(signature -> signal == null || signal.equals(signature.signal()))
            .map(SignatureSummary::of)
            .toList());
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One signature, with its patterns, literals and samples")
  public SignatureEntry one(@Parameter(description = "Its name") @PathParam("id") String id) {
    return signatures().stream()
        .filter(signature -> signature.id().equals(id))
        .findFirst()
        .map(SignatureEntry::of)
        .orElseThrow(() ->
            ProblemException.notFound(
                "no signature is called " + id, "a name of GET /api/v1/signatures"));
  }

  /** Holds text against them. */
  @POST
  @Path("/test")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Which signatures recognise each line of a text, and what they read")
  public TrialResult test(@Nullable Trial trial) {
    if (trial == null) {
      throw ProblemException.badRequest("there is no body", "{\"text\": \"lines of a log\"}");
    }
    List<LogLine> lines = trial.lines();
    return new TrialResult(lines.size(), recognised(lines), signals(lines));
  }

  /** A reader serves one thread at a time. */
  private synchronized List<Recognition> recognised(List<LogLine> lines) {
    Classifier classifier = reader.get();
    return lines.stream()
        .flatMap(line -> classifier.explain(line).stream().map(why -> Recognition.of(line, why)))
        .toList();
  }

  /** Read as from an app: with stack traces and all that one line says of another. */
  private synchronized List<Object> signals(List<LogLine> lines) {
    Classifier classifier = reader.get();
    Memory memory = new Memory();
    List<Signal> made = new ArrayList<>();
    lines.forEach(line -> classifier.accept(line, memory, made));
    classifier.end(memory, made);
    return made.stream().<Object>map(signal -> json(SignalJson.write(signal))).toList();
  }

  private JsonNode json(byte[] written) {
    try {
      return json.readTree(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized List<Signature> signatures() {
    return reader.get().signatures();
  }
}
