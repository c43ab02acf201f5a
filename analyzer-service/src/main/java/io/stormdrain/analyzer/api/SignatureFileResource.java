package io.stormdrain.analyzer.api;

import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.Secret;
import io.stormdrain.analyzer.own.ActiveSignatures;
import io.stormdrain.analyzer.signature.CatalogueFile;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of signatures that users wrote, in the folder of their own. */
@Singleton
@Path("/api/v1/signature-files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "signature files", description = "Signatures of one's own")
public class SignatureFileResource {

  private static final String SCHEME = "Bearer ";
  private static final String YAML = "application/yaml";

  private final ActiveSignatures active;
  private final AnalyzerConfig config;

  SignatureFileResource(ActiveSignatures active, AnalyzerConfig config) {
    this.active = active;
    this.config = config;
  }

  /** Which there are. */
  @GET
  @Operation(summary = "The files of the folder of one's own")
  public SignatureFiles list() throws IOException {
    return new SignatureFiles(active.isOpen(), active.files(), active.state());
  }

  /** Puts one there. */
  @PUT
  @Path("/{name}")
  @Consumes({YAML, MediaType.TEXT_PLAIN})
  @SecurityRequirement(name = "token")
  @Operation(summary = "Puts a file there if the folder's signatures are right with it")
  public Response put(
      @Parameter(description = "Its name, as tills.yaml") @PathParam("name") String name,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION)
          @Nullable String authorization,
      byte[] yaml)
      throws IOException {
    requireAdmin(authorization);
    try {
      boolean isNew = active.put(new CatalogueFile(name, yaml));
      return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
          .entity(list())
          .build();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(e.getMessage(), "a list of signatures, see the README");
    }
  }

  /** Takes one out. */
  @DELETE
  @Path("/{name}")
  @SecurityRequirement(name = "token")
  @Operation(summary = "Takes a file out if the others are right without it")
  public SignatureFiles delete(
      @Parameter(description = "Its name") @PathParam("name") String name,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION)
          @Nullable String authorization)
      throws IOException {
    requireAdmin(authorization);
    try {
      if (!active.remove(name)) {
        throw ProblemException.notFound(
            "no file is called " + name, "a name of GET /api/v1/signature-files");
      }
      return list();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(e.getMessage(), null);
    }
  }

  private void requireAdmin(@Nullable String authorization) {
    Secret token = config.adminToken().orElse(null);
    if (token == null || !active.isOpen()) {
      throw ProblemException.forbidden(
          "files cannot be changed here",
          "settings signatures-dir and admin-token of the analyzer");
    }
    boolean shown =
        authorization != null
            && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && token.isShownBy(authorization.substring(SCHEME.length()).strip());
    if (!shown) {
      throw ProblemException.unauthorized();
    }
  }
}
