package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.people.Open;
import io.stormdrain.notifier.slack.Press;
import io.stormdrain.notifier.slack.SlackSignature;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people press in Slack. Slack wants an answer within three seconds, so it gets one before
 * anything is done.
 */
@Path("/slack/actions")
@RunOnVirtualThread
public class SlackActionResource {

  private static final Logger LOG = LoggerFactory.getLogger(SlackActionResource.class);

  private final NotifierConfig config;
  private final PressDesk desk;
  private final InstantSource clock;

  SlackActionResource(NotifierConfig config, PressDesk desk, InstantSource clock) {
    this.config = config;
    this.desk = desk;
    this.clock = clock;
  }

  /** Somebody pressed a button. */
  @POST
  @Open
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response pressed(
      @HeaderParam("X-Slack-Signature") @Nullable String signature,
      @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
      String body) {
    Secret secret = config.slack().signingSecret().orElse(null);
    if (secret == null) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    SlackSignature.Verdict verdict =
        SlackSignature.check(signature, timestamp, body, secret, clock.instant());
    if (verdict != SlackSignature.Verdict.GENUINE) {
      LOG.warn("a press was refused: reason={}", verdict);
      return Response.status(Response.Status.UNAUTHORIZED).build();
    }
    Optional<Press> press = Press.of(body);
    press.ifPresent(one -> Thread.ofVirtual().name("press").start(() -> desk.take(one)));
    return Response.ok().build();
  }
}
