package io.stormdrain.notifier.people;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What a method of the API or of the console says about who may ask for it. Pure. */
public final class Rights {

  private Rights() {}

  /** Whether somebody may. */
  public enum Verdict {
    GRANTED,
    ROLE_TOO_LOW,
    /** It says nothing about it. */
    SHUT
  }

  /** Whether anybody may, without being asked. */
  public static boolean areOpen(Method method) {
    return method.isAnnotationPresent(Open.class);
  }

  /** Which role is needed; null when it is shut or open. */
  public static @Nullable Role needed(Method method) {
    Needs own = method.getAnnotation(Needs.class);
    Needs needs = own == null ? method.getDeclaringClass().getAnnotation(Needs.class) : own;
    return needs == null || areOpen(method) ? null : needs.value();
  }

  /** Whether this person may. */
  public static Verdict of(Person person, Method method) {
    Role needed = needed(method);
    if (needed == null) {
      return areOpen(method) ? Verdict.GRANTED : Verdict.SHUT;
    }
    return person.role().reaches(needed) ? Verdict.GRANTED : Verdict.ROLE_TOO_LOW;
  }
}
