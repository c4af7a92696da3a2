package io.keyreel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What each library is confined to, and the habits that keep rooms apart. */
@AnalyzeClasses(packages = "io.keyreel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule vaadinInViewsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keyreel.ui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.vaadin..");

  @ArchTest
  static final ArchRule onnxRuntimeBehindItsOwnDoor =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keyreel.assist.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule openCvInVisionOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keyreel.vision..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.opencv..");

  @ArchTest
  static final ArchRule ffmpegInDecodingOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keyreel.media.decode..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.ffmpeg..");

  @ArchTest
  static final ArchRule objectStoreClientInStorageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keyreel.media.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.minio..");

  /**
   * The built-in Postgres is set up before there is anything of Spring's to ask. Reading the state
   * of an error is no talk with the database.
   */
  @ArchTest
  static final ArchRule jdbcInStoresOnly =
      noClasses()
          .that(
              resideInAPackage("io.keyreel..")
                  .and(simpleNameEndingWith("Store").negate())
                  .and(resideInAPackage("io.keyreel.embedded..").negate())
                  .and(nestedInAStore().negate())
                  .and(simpleNameEndingWith("Configuration").negate()))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
                  .and(simpleName("SQLException").negate()));

  @ArchTest
  static final ArchRule storesStayInTheirRoom =
      classes()
          .that()
          .haveSimpleNameEndingWith("Store")
          .and()
          .resideOutsideOfPackages("io.keyreel.embedded..", "io.keyreel.media.storage..")
          .should(bePackagePrivate());

  @ArchTest
  static final ArchRule geometryOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("io.keyreel.geometry..")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "io.keyreel.geometry..", "io.keyreel.kernel..", "org.jspecify..");

  @ArchTest
  static final ArchRule enginesWithoutSpring =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.keyreel.kernel..",
              "io.keyreel.vision..",
              "io.keyreel.synth..",
              "io.keyreel.assist.flow..",
              "io.keyreel.assist.segment..")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.keyreel.kernel..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  private static DescribedPredicate<JavaClass> nestedInAStore() {
    return DescribedPredicate.describe(
        "nested in a store",
        type ->
            type.getEnclosingClass()
                .map(outer -> outer.getSimpleName().endsWith("Store"))
                .orElse(false));
  }

  private static ArchCondition<JavaClass> bePackagePrivate() {
    return new ArchCondition<>("be package-private") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC);
        events.add(new SimpleConditionEvent(type, !open, type.getName() + " is public"));
      }
    };
  }
}
