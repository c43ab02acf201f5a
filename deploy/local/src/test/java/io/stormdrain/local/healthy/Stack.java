package io.stormdrain.local.healthy;

import java.util.List;

/** What apps of a stack say on a healthy day; {@code #} is a number, {@code @} a word. */
enum Stack {
  PYTHON(
      "10.1.#.# - - [01/Mar/2026:10:00:#] \"GET /@/#?page=# HTTP/1.1\" 200 #",
      "INFO:     10.1.#.#:# - \"POST /api/v1/@ HTTP/1.1\" 201 Created",
      "INFO:     10.1.#.#:# - \"GET /errors/@.js HTTP/1.1\" 304 Not Modified",
      "[2026-03-01 10:00:# +0000] [#] [INFO] Booting worker with pid: #",
      "[2026-03-01 10:00:#,#: INFO/MainProcess] Task shop.tasks.@[1b0f6f0e-5f0a-4f5e-9a4e-0d3c8f0e#] succeeded in 0.#s: None",
      "WARNING:django.request:Not Found: /wp-@.php",
      "2026-03-01 10:00:#,# INFO @: attempt 1 failed, retrying in #s",
      "2026-03-01 10:00:#,# INFO @: attempt 2 succeeded",
      "/app/@.py:#: DeprecationWarning: datetime.utcnow() is deprecated",
      "# tests passed, 0 failed, 0 errors",
      "Forbidden (CSRF token missing): /@/"),
  NODE(
      "GET /@/# 200 #.# ms - #",
      "GET /errors.js 304 #.# ms - -",
      "GET /@.map 404 #.# ms - #",
      "{\"level\":30,\"time\":17723592#,\"pid\":#,\"msg\":\"@ done\",\"errors\":0}",
      "(node:#) [DEP00#] DeprecationWarning: Buffer() is deprecated",
      "webpack 5.#.# compiled successfully in # ms",
      "prisma:info Starting a postgresql pool with # connections.",
      "[info] @ finished: # ok, 0 failed",
      "Retrying @ (1/3)... ok",
      "npm warn deprecated @@#.#.#: use something newer",
      "socket @ disconnected: client namespace disconnect"),
  RUBY(
      "Started GET \"/@/#\" for 10.1.#.# at 2026-03-01 10:00:# +0000",
      "Completed 200 OK in #ms (Views: #.#ms | ActiveRecord: #.#ms)",
      "Completed 404 Not Found in #ms (ActiveRecord: #.#ms)",
      "ActionController::RoutingError (No route matches [GET] \"/@.php\"):",
      "I, [2026-03-01T10:00:#.# ##]  INFO -- : [@] Rendered @/index.html.erb (Duration: #.#ms)",
      "2026-03-01T10:00:#Z pid=# tid=@ class=ErrorReportJob jid=# elapsed=#.# INFO: done",
      "- Gracefully shutting down workers...",
      "=> Booting Puma",
      "DEPRECATION WARNING: @ is deprecated and will be removed",
      "source=rack-timeout id=# timeout=#ms service=#ms state=completed"),
  JAVA(
      "2026-03-01 10:00:#.#  INFO # --- [nio-8080-exec-#] c.acme.shop.@ : order # placed",
      "2026-03-01 10:00:#.#  WARN # --- [           main] o.s.b.a.@ : spring.jpa.open-in-view is enabled by default",
      "2026-03-01 10:00:#.# DEBUG # --- [scheduling-#] c.acme.shop.Retry : @ failed, retry 1 of 3 succeeded",
      "HikariPool-1 - Pool stats (total=#, active=#, idle=#, waiting=0)",
      "[GC (Allocation Failure) #K->#K(#K), 0.# secs]",
      "WARN # --- [nio-8080-exec-#] .w.s.m.s.DefaultHandlerExceptionResolver : Resolved [org.springframework.web.HttpRequestMethodNotSupportedException: Request method 'PUT' is not supported]",
      "Successfully validated # migrations (execution time 00:00.#s)",
      "Picked up JAVA_TOOL_OPTIONS: -Xmx#m -XX:+ExitOnOutOfMemoryError"),
  GO(
      "2026/03/01 10:00:# listening on :8080",
      "[GIN] 2026/03/01 - 10:00:# | 200 |     #.#ms |     10.1.#.# | GET      \"/@/#\"",
      "[GIN] 2026/03/01 - 10:00:# | 404 |     #.#ms |     10.1.#.# | GET      \"/@.env\"",
      "level=info ts=2026-03-01T10:00:#Z msg=\"@ done\" errors=0 failed=0",
      "{\"level\":\"info\",\"ts\":17723592#.#,\"msg\":\"@\",\"error\":\"\"}",
      "time=\"2026-03-01T10:00:#Z\" level=warning msg=\"slow request\" path=/@ ms=#",
      "2026/03/01 10:00:# http: TLS handshake error from 10.1.#.#:#: EOF",
      "ok  \tacme/shop/@\t0.#s"),
  PHP(
      "10.1.#.# - - [01/Mar/2026:10:00:# +0000] \"GET /@.php?id=# HTTP/1.1\" 200 # \"-\" \"Mozilla/5.0\"",
      "[2026-03-01 10:00:#] production.INFO: @ done {\"failed\":0}",
      "[01-Mar-2026 10:00:#] NOTICE: fpm is running, pid #",
      "[01-Mar-2026 10:00:#] NOTICE: ready to handle connections",
      "PHP Deprecated:  Return type of @::count() should be compatible in /app/@.php on line #",
      "  2026_03_01_#_create_@_table ........................ #ms DONE",
      "   INFO  Nothing to migrate."),
  DOTNET(
      "info: Microsoft.Hosting.Lifetime[14] Now listening on: http://[::]:8080",
      "info: Shop.@[0] order # placed",
      "warn: Microsoft.AspNetCore.HttpsPolicy.HttpsRedirectionMiddleware[3] Failed to determine the https port for redirect.",
      "info: Microsoft.EntityFrameworkCore.Database.Command[20101] Executed DbCommand (#ms) [Parameters=[], CommandType='Text']",
      "    0 Error(s)",
      "Build succeeded."),
  ELIXIR(
      "10:00:#.# request_id=@# [info] GET /@",
      "10:00:#.# request_id=@# [info] Sent 200 in #ms",
      "10:00:#.# request_id=@# [info] Sent 404 in #µs",
      "[info] Running ShopWeb.Endpoint with Bandit 1.#.# at :::4000 (http)",
      "10:00:#.# [debug] QUERY OK source=\"@\" db=#.#ms idle=#.#ms",
      "10:00:#.# [warning] @ took #ms, retrying went well"),
  RUST(
      "2026-03-01T10:00:#Z  INFO shop::@: request{method=GET uri=/@/#}: finished latency=#ms status=200",
      "2026-03-01T10:00:#Z DEBUG shop::retry: @ failed, attempt 2 ok",
      "   Compiling @ v#.#.#",
      "test result: ok. # passed; 0 failed; 0 ignored",
      "2026-03-01T10:00:#Z  WARN shop::@: slow statement elapsed=#ms"),
  DATABASES(
      "2026-03-01 10:00:#.# UTC [#] LOG:  checkpoint complete: wrote # buffers (0.#%)",
      "2026-03-01 10:00:#.# UTC [#] LOG:  automatic vacuum of table \"shop.@\": index scans: 0",
      "#:M 01 Mar 2026 10:00:#.# * Background saving terminated with success",
      "2026-03-01T10:00:#.#Z # [Note] @: ready for connections.",
      "{\"t\":{\"$date\":\"2026-03-01T10:00:#Z\"},\"s\":\"I\",\"c\":\"NETWORK\",\"msg\":\"Connection ended\",\"attr\":{\"error\":0}}");

  // A copy that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> says;

  Stack(String... says) {
    this.says = List.of(says);
  }

  List<String> says() {
    return says;
  }
}
