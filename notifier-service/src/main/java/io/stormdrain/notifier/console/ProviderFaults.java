package io.stormdrain.notifier.console;

import io.quarkus.security.AuthenticationCompletionException;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What people read when the provider's login comes to nothing; passwords work all the same. */
@Singleton
public class ProviderFaults {

  /** Filters are made before settings can be read. */
  private final Provider<Porch> porch;

  ProviderFaults(Provider<Porch> porch) {
    this.porch = porch;
  }

  /** They said no over there, or what they brought proves nothing. */
  @ServerExceptionMapper
  public Response refused(AuthenticationCompletionException fault) {
    return porch.get().notVouched(Porch.Miss.REFUSED);
  }

  /** Quarkus found nobody to lead them to: there is no provider, or it does not answer. */
  @ServerResponseFilter
  public void away(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()
        && request.getUriInfo().getPath().equals(ProviderConsole.PATH)) {
      Response page = porch.get().notVouched(Porch.Miss.AWAY);
      response.setStatus(page.getStatus());
      response.setEntity(page.getEntity(), null, MediaType.valueOf(Printer.TYPE));
    }
  }
}
