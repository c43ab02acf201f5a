package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes wrong in the app's own code, its packages and its database. */
final class AppStoriesTest {

  private final Stage stage = Stage.shared();

  @Test
  void aPackageThatDoesNotHelpIsTheWrongOne() {
    Play play =
        stage.play(
            "m07-wrong",
            """
            0s heroku[web.1]: Starting process with command `bash start.sh`
            1s app[web.1]: Dependency check attempt 1/60
            2s app[web.1]: Missing module: langchain_text_splitters
            3s app[web.1]: Installing langchain==1.2.0...
            9s app[web.1]: Successfully installed langchain-1.2.0
            10s app[web.1]: Dependency check attempt 2/60
            11s app[web.1]: Missing module: langchain_text_splitters
            12s app[web.1]: Installing langchain==1.2.0...
            """);
    play.toTheEnd()
        .expectMessages(1)
        .says("medium", "langchain_text_splitters", "langchain-text-splitters");
    assertThat(play.told("open").getFirst().path("type").asText()).isEqualTo("wrong-package");
    play.againWithoutEffect();
  }

  @Test
  void aMissingLibraryOfTheSystemIsNoMissingModule() {
    Play play =
        stage.play(
            "m13-library",
            """
            0s heroku[web.1]: Starting process with command `gunicorn shop.wsgi`
            4s app[web.1]: Traceback (most recent call last):
            4s app[web.1]:   File "/app/shop/faces.py", line 3, in <module>
            4s app[web.1]:     import cv2
            4s app[web.1]: ImportError: libGL.so.1: cannot open shared object file: No such file or directory
            5s heroku[web.1]: Process exited with status 1
            5s heroku[web.1]: State changed from starting to crashed
            """);
    play.toTheEnd().expectMessages(1).says("critical", "libGL.so.1", "libgl1");
    assertThat(play.told("open"))
        .singleElement()
        .satisfies(incident ->
            assertThat(incident.path("type").asText()).isEqualTo("native-library-missing"));
    play.neverSays("pip install libGL", "missing-module");
    play.againWithoutEffect();
  }

  @Test
  void bothDatabasesWordingsAreOneClassAndRowsStayPrivate() {
    Play sqlite =
        stage.play(
            "m14-sqlite",
            traceback(
                "sqlite3.IntegrityError: UNIQUE constraint failed: api_profile.user_id",
                "django.db.utils.IntegrityError: UNIQUE constraint failed: api_profile.user_id"));
    sqlite.toTheEnd().expectMessages(1).says("high", "api_profile.user_id");
    Play postgres =
        stage.play(
            "m14-postgres",
            traceback(
                "psycopg2.errors.UniqueViolation: duplicate key value violates unique constraint \"api_profile_user_id_key\"",
                "DETAIL:  Key (email)=(grace.h@example.org) already exists."));
    postgres
        .toTheEnd()
        .expectMessages(1)
        .says("high", "api_profile_user_id_key")
        .neverSays("grace.h@example.org");
    for (Play play : List.of(sqlite, postgres)) {
      assertThat(play.told("open").getFirst().path("type").asText())
          .isEqualTo("db-constraint-violation");
      play.againWithoutEffect();
    }
  }

  @Test
  void whatWasSaidToBeFixedAndIsBackAfterThirtyHoursIsARegression() {
    String error =
        traceback("django.db.utils.IntegrityError: UNIQUE constraint failed: api_profile.user_id");
    Play play = stage.play("w-reg", error + "\n" + error.replace("0s app", "30h app"));
    play.step().expectMessages(1).says("high", "api_profile.user_id");
    JsonNode incident = play.told("open").getFirst();
    stage.notifier.post(
        "/api/v1/incidents/" + incident.path("id").asText() + "/resolve",
        "{\"by\":\"kim\",\"note\":\"one signal handler only\",\"fixed\":true}");
    play.expectMessages(2).says("resolved", "one signal handler only");

    play.toTheEnd()
        .expectMessages(3)
        .says("high, regression", "fixed by kim: one signal handler only");
    assertThat(play.told("open"))
        .singleElement()
        .satisfies(back -> assertThat(back.path("id")).isEqualTo(incident.path("id")));
    play.againWithoutEffect();
  }

  @Test
  void threeErrorsOfDjangoOverTenMinutesAreToldOnceEach() {
    String minutes =
        IntStream.range(0, 10)
            .mapToObj(i ->
                error(
                        i * 60,
                        "/app/api/views.py",
                        41,
                        "django.core.exceptions.FieldDoesNotExist: The following fields do not exist in this model, are m2m fields, or are non-concrete fields: history")
                    + error(
                        i * 60 + 10,
                        "/app/lists/views.py",
                        77,
                        "lists.models.ChecklistPhoto.DoesNotExist: No ChecklistPhoto matches the given query.")
                    + error(
                        i * 60 + 20,
                        "/app/logs/admin.py",
                        12,
                        "django.core.exceptions.FieldError: Cannot resolve keyword 'created_at' into field. Choices are: id, read, timestamp"))
            .collect(Collectors.joining());
    Play play = stage.play("m15-django", minutes);
    play.toTheEnd();
    play.expectMessages(3);
    assertThat(play.told("open"))
        .extracting(incident -> incident.path("severity").asText())
        .containsExactlyInAnyOrder("medium", "low", "medium");
    assertThat(play.told("open"))
        .extracting(incident -> incident.path("title").asText())
        .anyMatch(title -> title.contains("created_at"))
        .anyMatch(title -> title.contains("history"))
        .anyMatch(title -> title.contains("ChecklistPhoto"));
    play.againWithoutEffect();
  }

  @Test
  void aMigrationThatStopsAReleaseIsCriticalAndTheAppIsNotCalledDown() {
    Play play =
        stage.play(
            "m19-migration",
            """
            0s app[api]: Release v12 created by user dev@example.com
            1s heroku[release.4312]: Starting process with command `python manage.py migrate`
            6s app[release.4312]: Traceback (most recent call last):
            6s app[release.4312]:   File "/app/manage.py", line 22, in <module>
            6s app[release.4312]: django.db.utils.ProgrammingError: relation "shop_cart" already exists
            7s heroku[release.4312]: Process exited with status 1
            8s app[api]: Release v12 command failed by user dev@example.com
            8s heroku[release.4312]: State changed from up to complete
            """);
    play.toTheEnd().expectMessages(1).says("critical", "v12", "migrat");
    assertThat(play.told("open")).hasSize(1);
    play.neverSays("crash loop", "is down");
    play.againWithoutEffect();
  }

  @Test
  void aTrackerThatRefusesIsLowAndToldOnce() {
    String lines =
        IntStream.range(0, 40)
            .mapToObj(i ->
                "%ds app[web.1]: [sentry] ERROR: Too Many Requests: status 429, events are dropped, retry after 60%n"
                    .formatted(i * 20))
            .collect(Collectors.joining());
    Play play = stage.play("m26-tracker", lines);
    play.toTheEnd().expectMessages(1).says("low", "429");
    JsonNode incident = play.told("open").getFirst();
    assertThat(incident.path("type").asText()).isEqualTo("rate-limited");
    play.againWithoutEffect();
  }

  @Test
  void aTenthOfAllRequestsThatFailIsToldByTheRouterAlone() {
    String requests =
        IntStream.range(0, 200)
            .mapToObj(i ->
                "%ds heroku[router]: at=info method=GET path=\"/c%d\" host=x fwd=\"203.0.113.9\" dyno=web.1 connect=0ms service=%dms status=%d bytes=12 protocol=https%n"
                    .formatted(i, i, 20 + i, i % 8 == 0 ? 502 : 200))
            .collect(Collectors.joining());
    Play play = stage.play("load-errors", requests);
    play.toTheEnd().expectMessages(1).says("high", "12 % of its requests", "in 5 minutes");
    assertThat(play.told("open").getFirst().path("type").asText()).isEqualTo("server-error-rate");
    play.againWithoutEffect();
  }

  private static String traceback(String... ends) {
    StringBuilder script =
        new StringBuilder(
            """
            0s app[web.1]: Traceback (most recent call last):
            0s app[web.1]:   File "/app/api/signals.py", line 19, in create_profile
            """);
    for (String end : ends) {
      script.append("0s app[web.1]: ").append(end).append('\n');
    }
    return script.toString();
  }

  private static String error(int second, String file, int line, String exception) {
    return """
    %1$ds app[web.1]: Traceback (most recent call last):
    %1$ds app[web.1]:   File "%2$s", line %3$d, in get
    %1$ds app[web.1]: %4$s
    """
        .formatted(second, file, line, exception);
  }
}
