package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Attribute;
import io.keyreel.labels.ChangeLog;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.OntologyEffect;
import io.keyreel.labels.OntologyPlan;
import io.keyreel.labels.Op;
import io.keyreel.labels.Skeleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Classes that labels use are changed while people work. */
@KeyreelTest
class OntologyChangeTest {
  @Autowired private ApplicationContext context;
  @Autowired private Ontologies ontologies;
  @Autowired private Labels labels;
  @Autowired private ChangeLog log;

  private TestTasks world;
  private Task task;
  private UUID ball;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
    task = world.task(10);
    world.act(task, "claim", world.labeler);
    ball = world.track(task, world.labeler, "ball");
    world.draw(task, world.labeler, ball, 1);
  }

  @Test
  void tracksOfAClassThatGoesGetItsSuccessorAsAChangeOnRecord() {
    OntologyPlan without = plan(Map.of(), dog(List.of()));
    assertThat(ontologies.preview(world.project.id(), without, world.lead))
        .singleElement()
        .satisfies(effect -> assertThat(effect.blocks()).isTrue());
    assertThatThrownBy(() -> ontologies.save(world.project.id(), without, world.lead))
        .hasMessageContaining("give them another class");

    OntologyPlan moved = plan(Map.of("ball", "dog"), dog(List.of()));
    assertThat(ontologies.preview(world.project.id(), moved, world.lead))
        .extracting(OntologyEffect::message)
        .containsExactly("1 track of \"Ball\" become \"Dog\".");
    Ontology saved = ontologies.save(world.project.id(), moved, world.lead);

    assertThat(saved.classes()).hasSize(1);
    assertThat(classOf(ball)).isEqualTo("dog");
    assertThat(log.after(task.labelSet(), 0, 100).getLast().kind()).isEqualTo("track.update");
  }

  @Test
  void approvedFramesKeepTheirClassesAndSoDoesTheProject() {
    world.act(task, "submit", world.labeler);
    world.act(task, "approve", world.lead);
    OntologyPlan moved = plan(Map.of("ball", "dog"), dog(List.of()));
    assertThatThrownBy(() -> ontologies.save(world.project.id(), moved, world.lead))
        .isInstanceOf(UserError.Forbidden.class)
        .hasMessageContaining("has approved");
    assertThat(ontologies.current(world.project.id()).classes()).hasSize(2);
    assertThat(classOf(ball)).isEqualTo("ball");
  }

  @Test
  void valuesThatPeopleGaveBlockWhatWouldLoseThem() {
    Attribute size = new Attribute("size", "Size", "track", "text", List.of(), false);
    ontologies.save(
        world.project.id(), plan(Map.of(), ball(List.of(size)), dog(List.of())), world.lead);
    world.apply(
        task,
        world.labeler,
        new Op.TrackUpdate(Ids.next(), 1, null, ball, Map.of("attributes", Map.of("size", "big"))));
    Attribute choice =
        new Attribute("size", "Size", "track", "select", List.of("small", "large"), false);
    OntologyPlan lossy = plan(Map.of(), ball(List.of(choice)), dog(List.of()));
    assertThatThrownBy(() -> ontologies.save(world.project.id(), lossy, world.lead))
        .hasMessageContaining("\"big\"");
    Attribute kept =
        new Attribute("size", "Size", "track", "select", List.of("small", "big"), false);
    Attribute colour = new Attribute("colour", "Colour", "track", "text", List.of(), true);
    OntologyPlan fine = plan(Map.of(), ball(List.of(kept, colour)), dog(List.of()));
    assertThat(ontologies.preview(world.project.id(), fine, world.lead))
        .singleElement()
        .satisfies(effect -> assertThat(effect.message()).contains("lack \"Colour\""));
    ontologies.save(world.project.id(), fine, world.lead);
  }

  @Test
  void aSkeletonIsKeptAndABrokenOneRefused() {
    Skeleton.Joint nose = new Skeleton.Joint("nose", 0.5, 0.1);
    Skeleton.Joint tail = new Skeleton.Joint("tail", 0.5, 0.9);
    Skeleton good = new Skeleton(List.of(nose, tail), List.of(List.of(0, 1)));
    Skeleton broken = new Skeleton(List.of(nose, tail), List.of(List.of(0, 2)));
    OntologyClass plain = ball(List.of());
    assertThatThrownBy(() ->
            ontologies.save(world.project.id(), plan(Map.of(), with(plain, broken)), world.lead))
        .isInstanceOf(UserError.Invalid.class);
    ontologies.save(
        world.project.id(), plan(Map.of(), with(plain, good), dog(List.of())), world.lead);
    Skeleton kept = ontologies.current(world.project.id()).find("ball").orElseThrow().skeleton();
    assertThat(kept.joints()).containsExactly(nose, tail);
    assertThat(kept.bones().getFirst()).containsExactly(0, 1);
  }

  private OntologyPlan plan(Map<String, String> successors, OntologyClass... classes) {
    int version = ontologies.current(world.project.id()).version();
    return new OntologyPlan(
        new Ontology(version, List.of(classes), List.of(), List.of()), successors);
  }

  private static OntologyClass with(OntologyClass plain, Skeleton skeleton) {
    return new OntologyClass(
        plain.id(), plain.name(), plain.kind(), plain.color(), plain.key(), List.of(), skeleton);
  }

  private static OntologyClass ball(List<Attribute> attributes) {
    return new OntologyClass("ball", "Ball", "thing", "#00ff00", "1", attributes);
  }

  private static OntologyClass dog(List<Attribute> attributes) {
    return new OntologyClass("dog", "Dog", "thing", "#ff0000", "2", attributes);
  }

  private String classOf(UUID track) {
    return labels.state(task.labelSet(), new FrameRange(0, 10)).tracks().stream()
        .filter(each -> each.id().equals(track))
        .findFirst()
        .orElseThrow()
        .classId();
  }
}
