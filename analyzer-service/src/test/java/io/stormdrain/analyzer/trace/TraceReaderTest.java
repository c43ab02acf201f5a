package io.stormdrain.analyzer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.line.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TraceReaderTest {

  private final Lines lines = new Lines();
  private final TraceReader reader = new TraceReader();

  @Test
  void readsAPythonTraceWithTheExceptionAtItsEnd() {
    Trace trace =
        only(
            "starting",
            "Traceback (most recent call last):",
            "  File \"/app/.heroku/python/lib/python3.12/site-packages/django/core/handlers/base.py\", line 12, in get",
            "    return view(request)",
            "  File \"/app/shop/views.py\", line 32, in cart",
            "    price = prices['sku']",
            "            ~~~~~~^^^^^^^",
            "KeyError: 'sku'");
    assertThat(trace.exception()).isEqualTo("KeyError");
    assertThat(trace.message()).isEqualTo("'sku'");
    assertThat(trace.ownFrame()).hasToString("/app/shop/views.py:32");
    assertThat(trace.frames()).hasSize(2);
  }

  @Test
  void chainedPythonTracesAreOneWithTheLastExceptionAndTheFirstAsItsCause() {
    Trace trace =
        only(
            "Traceback (most recent call last):",
            "  File \"/app/a.py\", line 1, in a",
            "ValueError: one",
            "",
            "During handling of the above exception, another exception occurred:",
            "",
            "Traceback (most recent call last):",
            "  File \"/app/b.py\", line 2, in b",
            "shop.errors.CartError: two");
    assertThat(trace.exception()).isEqualTo("CartError");
    assertThat(trace.rootCause()).isEqualTo("ValueError");
  }

  @Test
  void readsANodeTraceBehindItsHeadline() {
    Trace trace =
        only(
            "TypeError: Cannot read properties of undefined (reading 'id')",
            "    at Object.<anonymous> (/app/node_modules/express/lib/router.js:12:3)",
            "    at checkout (/app/src/cart.js:40:17)",
            "    at async /app/src/server.js:8:5",
            "listening on 3000");
    assertThat(trace.exception()).isEqualTo("TypeError");
    assertThat(trace.ownFrame()).hasToString("/app/src/cart.js:40");
    assertThat(trace.ownFrame()).extracting(Frame::function).isEqualTo("checkout");
  }

  @Test
  void readsAJavaTraceWithItsRootCause() {
    Trace trace =
        only(
            "2026-03-01 ERROR 4 --- [main] o.s.boot.SpringApplication : Application run failed",
            "org.springframework.beans.factory.BeanCreationException: Error creating bean",
            "\tat org.springframework.beans.Factory.create(Factory.java:10)",
            "\tat com.acme.shop.Shop.main(Shop.java:12) ~[shop.jar!/:na]",
            "Caused by: java.lang.IllegalStateException: no url",
            "\tat com.acme.shop.Config.url(Config.java:5)",
            "\t... 23 common frames omitted",
            "bye");
    assertThat(trace.exception()).isEqualTo("BeanCreationException");
    assertThat(trace.rootCause()).isEqualTo("IllegalStateException");
    assertThat(trace.ownFrame()).hasToString("com.acme.shop.Shop:12");
  }

  @Test
  void readsARubyAndARailsTrace() {
    assertThat(
            only(
                "/app/config/routes.rb:3:in `draw': undefined method `resource' (NoMethodError)",
                "\tfrom /app/vendor/bundle/ruby/3.2.0/gems/rack-2.2/lib/rack.rb:5:in `call'",
                "\tfrom /app/config/environment.rb:5:in `<main>'",
                "done"))
        .satisfies(trace -> {
          assertThat(trace.exception()).isEqualTo("NoMethodError");
          assertThat(trace.ownFrame()).hasToString("/app/config/environment.rb:5");
        });
    assertThat(
            only(
                "ActionView::Template::Error (undefined method `name' for nil:NilClass):",
                "app/views/cart/show.html.erb:4:in `_app_views_cart'",
                "app/controllers/cart_controller.rb:12:in `show'",
                "Completed"))
        .satisfies(
            trace -> assertThat(trace.ownFrame()).hasToString("app/views/cart/show.html.erb:4"));
  }

  @Test
  void readsAGoPanic() {
    Trace trace =
        only(
            "panic: runtime error: invalid memory address or nil pointer dereference",
            "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47]",
            "",
            "goroutine 1 [running]:",
            "main.load(0xc000010000)",
            "\t/app/main.go:14 +0x1d",
            "exit status 2");
    assertThat(trace.exception()).isEqualTo("panic");
    assertThat(trace.ownFrame()).hasToString("/app/main.go:14");
  }

  @Test
  void indentedTextIsNoTrace() {
    assertThat(read("usage:", "    --help  shows this", "  at the weekend we rest", "x")).isEmpty();
  }

  @Test
  void aTraceEndsWhenItsProcessIsSilentForTwoSeconds() {
    reader.accept(lines.at(Origin.APP, "web.1", "Error: boom", 0));
    reader.accept(lines.at(Origin.APP, "web.1", "    at f (/app/a.js:1:1)", 10));
    Trace ended = reader.accept(lines.at(Origin.APP, "web.1", "    at g (/app/b.js:1:1)", 3_000));
    assertThat(ended).isNotNull();
    assertThat(ended.frames()).hasSize(1);
  }

  @Test
  void theSameFaultHasTheSameFingerprintWhateverItsNumbers() {
    Trace first = only("Error: order 17 is gone", "    at f (/app/a.js:1:1)", "x");
    Trace second = only("Error: order 4711 is gone", "    at f (/app/a.js:9:1)", "x");
    assertThat(first.fingerprint()).isEqualTo(second.fingerprint()).hasSize(12);
  }

  @Test
  void anEndlessTraceIsCutOff() {
    List<String> endless = new ArrayList<>(List.of("Error: deep"));
    for (int i = 0; i < 2_000; i++) {
      endless.add("    at f" + i + " (/app/a.js:1:1)");
    }
    Trace trace = read(endless.toArray(String[]::new)).getFirst();
    assertThat(trace.frames()).hasSize(50);
    assertThat(trace.frames().getFirst().function()).isEqualTo("f0");
  }

  private Trace only(String... text) {
    List<Trace> traces = read(text);
    assertThat(traces).hasSize(1);
    return traces.getFirst();
  }

  private List<Trace> read(String... text) {
    List<Trace> traces = new ArrayList<>();
    for (String line : text) {
      Trace trace = reader.accept(lines.app("web.1", line));
      if (trace != null) {
        traces.add(trace);
      }
    }
    Trace rest = reader.close();
    if (rest != null) {
      traces.add(rest);
    }
    return traces;
  }
}
