package io.stormdrain.notifier.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives whatever the API answers a tag, and sends nothing to who has it already. */
@Singleton
public class ApiTag {

  private static final int LETTERS = 32;

  /** Filters are made before all is there. */
  private final Provider<ObjectMapper> json;

  ApiTag(Provider<ObjectMapper> json) {
    this.json = json;
  }

  /** Adds it. */
  @ServerResponseFilter
  public void tag(ContainerRequestContext request, ContainerResponseContext response)
      throws JsonProcessingException {
    if (!request.getMethod().equals(HttpMethod.GET)
        || !request.getUriInfo().getPath().startsWith("/api/")
        || response.getStatus() != Response.Status.OK.getStatusCode()
        || !isWhole(response.getEntity())) {
      return;
    }
    String tag = '"' + digest(json.get().writeValueAsBytes(response.getEntity())) + '"';
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (known != null && Arrays.asList(known.split("\\s*,\\s*", -1)).contains(tag)) {
      response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
      response.setEntity(null);
    }
  }

  /** What is told bit by bit has no tag before its end. */
  private static boolean isWhole(Object answer) {
    return answer instanceof Record || answer instanceof String || answer instanceof List;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
