package io.stormdrain.notifier.people;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the running application answers to. */
final class Routes {

  private Routes() {}

  /**
   * One of them.
   *
   * @param path as it is declared, with names for what varies
   */
  record Route(String method, String path, Method does) {

    boolean isApi() {
      return path.startsWith("/api/");
    }

    boolean reads() {
      return method.equals("GET");
    }

    boolean isOpen() {
      return Rights.areOpen(does);
    }

    /** The path with values for what varies. */
    String with(Map<String, String> values) {
      String filled = path;
      for (Map.Entry<String, String> value : values.entrySet()) {
        filled = filled.replaceAll("\\{" + value.getKey() + "(:[^}]*)?}", value.getValue());
      }
      return filled.replaceAll("\\{[^}]*}", "1");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** All of them; those that end sessions last. */
  static List<Route> all() {
    return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(bean -> (Class<?>) bean.getBeanClass())
        .filter(type -> type.isAnnotationPresent(Path.class))
        .filter(type -> type.getName().startsWith("io.stormdrain"))
        .distinct()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()).flatMap(m -> of(type, m).stream()))
        .sorted(
            Comparator.comparing((Route route) -> route.path().endsWith("leave"))
                .thenComparing(route -> route.path().endsWith("logout"))
                .thenComparing(Route::toString))
        .toList();
  }

  private static Optional<Route> of(Class<?> type, Method does) {
    return Stream.of(does.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(annotation -> Stream.ofNullable(annotation.getAnnotation(HttpMethod.class)))
        .map(method -> new Route(method.value(), path(type, does), does))
        .findFirst();
  }

  private static String path(Class<?> type, Method does) {
    Path own = does.getAnnotation(Path.class);
    String base = type.getAnnotation(Path.class).value();
    String whole = "/" + base + "/" + (own == null ? "" : own.value());
    String clean = whole.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    return clean;
  }
}
