package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.neighbour.KnownSource;
import io.stormdrain.notifier.neighbour.KnownSources;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.sender.Sender;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who may send, and how one more is added. */
@Path("/sources")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class SourcesConsole {

  private static final List<String> SENDERS =
      Arrays.stream(Sender.values()).map(Sender::word).toList();

  private final SourceDesk desk;
  private final Printer printer;

  SourcesConsole(SourceDesk desk, Printer printer) {
    this.desk = desk;
    this.printer = printer;
  }

  /** All of them. */
  @GET
  public Response sources() {
    return list(desk.all());
  }

  /** One more; its token is shown this once. */
  @POST
  @Needs(Role.ADMIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      @RestForm @Nullable String sender,
      @RestForm @Nullable String app,
      @RestForm @Nullable String environment,
      @RestForm @Nullable String team) {
    SourceDesk.Done done =
        desk.add(new SourceDesk.Wish(sender(sender), text(app), text(environment), text(team)));
    return done.fault() == null
        ? one(done.id(), done.paste(), null)
        : list(new KnownSources(desk.all().sources(), done.fault()));
  }

  /** One of them. */
  @GET
  @Path("/{source}")
  public Response source(@RestPath String source) {
    return one(source, List.of(), null);
  }

  /** Another token, shown this once. */
  @POST
  @Path("/{source}/rotate")
  @Needs(Role.ADMIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response rotate(@RestPath String source, @RestForm @Nullable String sender) {
    KnownSource known = known(source);
    SourceDesk.Done done = desk.rotate(source, known.app(), sender(sender));
    return one(source, done.paste(), done.fault());
  }

  /** The end of one. */
  @POST
  @Path("/{source}/remove")
  @Needs(Role.ADMIN)
  public Response remove(@RestPath String source) {
    known(source);
    String fault = desk.remove(source);
    return fault == null ? Way.to("/sources").build() : one(source, List.of(), fault);
  }

  private KnownSource known(String id) {
    return desk.one(id).sources().stream().findFirst().orElseThrow(NotFoundException::new);
  }

  private Response list(KnownSources known) {
    SourcesPage page =
        new SourcesPage(
            known.sources().stream().map(SourceRow::of).toList(), known.away(), SENDERS);
    return printer.html(200, frame -> Pages.sources(frame, page)).build();
  }

  private Response one(String id, List<String> paste, @Nullable String fault) {
    KnownSources found = desk.one(id);
    if (found.sources().isEmpty()) {
      if (found.away() != null) {
        return list(found);
      }
      throw new NotFoundException();
    }
    KnownSource known = found.sources().getFirst();
    SourcePage page =
        new SourcePage(
            SourceRow.of(known),
            known.inFile(),
            known.tokens().stream()
                .map(token ->
                    new SourcePage.TokenRow(
                        new Moment(token.created()),
                        Moment.of(token.expires()),
                        Moment.of(token.lastSeen())))
                .toList(),
            paste.stream()
                .map(line -> new SourcePage.Line(line.strip(), line.startsWith(" ")))
                .toList(),
            SENDERS,
            fault);
    return printer
        .html(200, frame -> Pages.source(frame, page))
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Sender sender(@Nullable String word) {
    return Objects.requireNonNullElse(Sender.named(text(word)), Sender.JSON);
  }

  private static String text(@Nullable String said) {
    return Objects.requireNonNullElse(said, "").strip();
  }
}
