package io.keyreel.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keyreel.KeyreelTest;
import io.keyreel.access.User;
import io.keyreel.workflow.SampleAgreements;
import io.keyreel.workflow.TestTasks;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class AgreementReportsTest {
  @Autowired private ApplicationContext context;
  @Autowired private Reports reports;

  @Test
  void tellsHowFarPeopleAgreeOnShapesClassesAndEvents() {
    TestTasks world = new TestTasks(context);
    SampleAgreements sample = new SampleAgreements(context, world);
    User second = sample.twoWhoDiffer();

    Report people = read(world, "agreement-people");
    assertThat(people.rows()).hasSize(2);
    for (List<@Nullable Object> row : people.rows()) {
      assertThat(row.get(people.index("shapes"))).isEqualTo(3L);
      assertThat((Double) row.get(people.index("apart"))).isCloseTo(2.0 / 3, within(1e-6));
    }

    Report classes = read(world, "agreement-classes");
    assertThat(classes.rows())
        .extracting(row -> row.get(classes.index("classId")))
        .containsExactly("ball");

    Report confusion = read(world, "confusion");
    assertThat(confusion.rows())
        .anySatisfy(row -> {
          assertThat(row.get(confusion.index("a"))).isEqualTo("Ball");
          assertThat(row.get(confusion.index("b"))).isEqualTo("Dog");
          assertThat(row.get(confusion.index("objects"))).isEqualTo(1L);
        });

    Report alpha = read(world, "alpha");
    // ball-ball and ball-dog: 1 - 2 / (12 - 6) * 3 of four values, three of them ball.
    assertThat(value(alpha, "Classes")).isCloseTo(0, within(1e-6));
    // Six frames judged by two, apart on two of them: yes 6, no 6.
    assertThat(value(alpha, "Events")).isCloseTo(1 - 4.0 * 11 / 72, within(1e-6));

    Report frames = read(world, "agreement-frames");
    assertThat(frames.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.get(frames.index("frame"))).isEqualTo(4));

    Report drift = read(world, "drift");
    assertThat(drift.rows())
        .extracting(row -> row.get(drift.index("person")))
        .contains(second.name());
    Filter his =
        new Filter(
            reports.today().minusDays(1),
            reports.today(),
            second.id(),
            "ball",
            null,
            Filter.Costs.STATED);
    assertThat(reports.read("drift", world.project.id(), his, world.lead).rows()).isNotEmpty();
  }

  private Report read(TestTasks world, String report) {
    return reports.read(report, world.project.id(), Filter.weeksTo(reports.today()), world.lead);
  }

  private static double value(Report alpha, String what) {
    return alpha.rows().stream()
        .filter(row -> what.equals(row.get(alpha.index("what"))))
        .map(row -> Objects.requireNonNull((Double) row.get(alpha.index("alpha"))))
        .findFirst()
        .orElseThrow();
  }
}
