package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class SkillsTest {
  @Autowired private ApplicationContext context;
  @Autowired private Skills skills;
  @Autowired private TaskBulk bulk;
  @Autowired private Transitions transitions;

  private TestTasks world;
  private UUID project;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
    project = world.project.id();
  }

  @Test
  void areGivenToAndTakenFromSeveralPeopleAtOnce() {
    User other = world.member(Role.LABELER);
    List<UUID> people = List.of(world.labeler.id(), other.id());
    skills.save(project, other.id(), List.of("rain"), world.lead);

    skills.change(
        project, new SkillChange(people, List.of("Night", " wildlife "), List.of()), world.lead);
    assertThat(skills.of(project, world.lead))
        .containsEntry(world.labeler.id(), List.of("night", "wildlife"))
        .containsEntry(other.id(), List.of("night", "rain", "wildlife"));
    skills.change(project, new SkillChange(people, List.of(), List.of("night")), world.lead);
    assertThat(skills.of(project, world.labeler))
        .containsEntry(world.labeler.id(), List.of("wildlife"))
        .containsEntry(other.id(), List.of("rain", "wildlife"));

    assertThatThrownBy(() ->
            skills.change(project, new SkillChange(people, List.of("x"), List.of()), world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
    User stranger = world.people.user("stranger");
    assertThatThrownBy(() ->
            skills.change(
                project,
                new SkillChange(
                    List.of(world.labeler.id(), stranger.id()), List.of("all"), List.of()),
                world.lead))
        .isInstanceOf(UserError.NotFound.class);
    assertThat(skills.of(project, world.lead).get(world.labeler.id())).doesNotContain("all");
  }

  @Test
  void tellWhichOnesTasksAskForAndHowManyPeopleHaveThem() {
    ask(world.task(4), "night");
    ask(world.task(4), "night");
    skills.save(project, world.labeler.id(), List.of("rain"), world.lead);

    assertThat(skills.needs(project, world.lead))
        .containsExactly(new Skills.Need("night", 2, 0), new Skills.Need("rain", 0, 1));
  }

  @Test
  void whoHasASkillIsOfferedTheTasksFirstThatFewCanDo() {
    Task common = world.task(4);
    Task rare = world.task(4);
    ask(rare, "night");
    User skilled = world.member(Role.LABELER);
    skills.save(project, skilled.id(), List.of("night"), world.lead);

    assertThat(transitions.next(project, skilled).orElseThrow().id()).isEqualTo(rare.id());
    assertThat(transitions.next(project, world.labeler).orElseThrow().id()).isEqualTo(common.id());
    assertThat(transitions.next(project, world.labeler)).isEmpty();
  }

  private void ask(Task task, String skill) {
    bulk.apply(
        project,
        new BulkChange(List.of(task.id()), null, null, null, null, null, null, null, skill),
        world.lead);
  }
}
