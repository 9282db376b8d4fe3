package im.parley.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The finer arrows of the core, which the compiler does not draw. */
class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("im.parley.core");

  @Test
  void featuresGoRoundInNoCircle() {
    slices().matching("im.parley.core.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void theWayInKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("im.parley.core.dispatch")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "im.parley.core.account",
            "im.parley.core.draft",
            "im.parley.core.hello",
            "im.parley.core.limit",
            "im.parley.core.live",
            "im.parley.core.log",
            "im.parley.core.message",
            "im.parley.core.notify",
            "im.parley.core.presence",
            "im.parley.core.push",
            "im.parley.core.read",
            "im.parley.core.room",
            "im.parley.core.schedule",
            "im.parley.core.session",
            "im.parley.core.signin")
        .check(CORE);
  }

  @Test
  void thereIsNoNetworkAndNoSql() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "java.sql..", "javax.sql..", "java.nio.channels..")
        .check(CORE);
  }
}
