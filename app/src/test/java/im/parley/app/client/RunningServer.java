package im.parley.app.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stands at the one static field of a class of tests that holds their {@link Server}: it is started
 * on an empty directory before the first of them, and ended after the last.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningServerExtension.class)
public @interface RunningServer {

  /** The options that it is started with. */
  String[] value() default {};
}
