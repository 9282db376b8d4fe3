package im.parley.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The plan of the house, held against the code. */
@AnalyzeClasses(packages = "im.parley", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule rooms =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("im.parley.app..")
          .layer("edge")
          .definedBy("im.parley.edge..")
          .layer("store")
          .definedBy("im.parley.store..")
          .layer("cluster")
          .definedBy("im.parley.cluster..")
          .layer("core")
          .definedBy("im.parley.core..")
          .layer("protocol")
          .definedBy("im.parley.protocol..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("edge")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("core")
          .mayOnlyBeAccessedByLayers("app", "edge", "store", "cluster");

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("im.parley.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theChatKnowsNoNetworkAndNoDatabase =
      noClasses()
          .that(resideInAPackage("im.parley.core..").or(resideInAPackage("im.parley.protocol..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "java.sql..", "java.net.http..");

  @ArchTest
  static final ArchRule nothingSleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule nothingReflects =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..");

  @ArchTest
  static final ArchRule noStateIsShared = noFields().that().areStatic().should().notBeFinal();
}
