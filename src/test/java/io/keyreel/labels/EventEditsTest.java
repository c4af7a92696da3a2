package io.keyreel.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class EventEditsTest {
  private static final FrameRange ALL = new FrameRange(0, 100);

  @Autowired private Ontologies ontologies;
  @Autowired private Labels labels;
  @Autowired private LabelSets labelSets;
  @Autowired private ChangeStore store;
  @Autowired private Restoration restoration;
  @Autowired private EventRestoration events;
  @Autowired private PlatformTransactionManager transactions;
  private LabelsFixture fixture;
  private LabelsFixture.Scene scene;

  @BeforeEach
  void classesForEventsAndClips(@Autowired ApplicationContext context) {
    fixture = new LabelsFixture(context);
    scene = fixture.scene(100);
    Ontology now = ontologies.current(scene.project());
    ontologies.save(
        scene.project(),
        new Ontology(
            now.version(),
            now.classes(),
            List.of(new EventClass("jump", "Jump", "#8d3aff", List.of())),
            List.of(new ClipClass("night", "Night"))),
        scene.user());
  }

  private Outcome put(UUID id, long base, int from, int to, String event) {
    return fixture.apply(
        scene, new Op.EventPut(Ids.next(), base, null, id, event, from, to, Map.of(), List.of()));
  }

  private LabelState state() {
    return labels.state(scene.set(), ALL);
  }

  @Test
  void keepsAnEventWithItsTracksAndItsVersion() {
    UUID track = fixture.track(scene);
    UUID id = Ids.next();
    fixture.apply(
        scene,
        new Op.EventPut(
            Ids.next(), 0, null, id, "jump", 10, 20, Map.of("high", true), List.of(track)));
    assertThat(put(id, 1, 12, 30, "jump").version()).isEqualTo(2);
    assertThat(state().events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.from()).isEqualTo(12);
          assertThat(event.to()).isEqualTo(30);
          assertThat(event.version()).isEqualTo(2);
        });
  }

  @Test
  void answersAnEditUponAnOldVersionWithWhatStands() {
    UUID id = Ids.next();
    put(id, 0, 10, 20, "jump");
    put(id, 1, 10, 25, "jump");
    Outcome late = put(id, 1, 0, 5, "jump");
    assertThat(late.status()).isEqualTo(Outcome.Status.CONFLICT);
    assertThat(state().events().getFirst().to()).isEqualTo(25);
  }

  @Test
  void refusesEventsThatTheProjectDoesNotHaveOrThatLieOutside() {
    assertThat(put(Ids.next(), 0, 10, 20, "fly").message()).contains("no event \"fly\"");
    assertThat(put(Ids.next(), 0, 90, 120, "jump").message()).contains("Frame 119 does not exist");
    assertThat(state().events()).isEmpty();
  }

  @Test
  void deletesAnEventAndMakesItAgainUnderTheVersionAfterIt() {
    UUID id = Ids.next();
    put(id, 0, 10, 20, "jump");
    fixture.apply(scene, new Op.EventDelete(Ids.next(), 1, null, id));
    assertThat(state().events()).isEmpty();
    assertThat(put(id, 0, 10, 20, "jump").version()).isEqualTo(3);
  }

  @Test
  void saysAClassOfTheClipAndTakesItBack() {
    UUID id = Ids.next();
    Outcome said = fixture.apply(scene, new Op.TagPut(Ids.next(), 0, null, id, "night", Map.of()));
    assertThat(said.status()).isEqualTo(Outcome.Status.APPLIED);
    assertThat(state().tags()).extracting(ClipTag::classId).containsExactly("night");
    fixture.apply(scene, new Op.TagDelete(Ids.next(), 1, null, id));
    assertThat(state().tags()).isEmpty();
  }

  @Test
  void goesBackToAnyPointOfTheirHistory() {
    UUID id = Ids.next();
    UUID tag = Ids.next();
    put(id, 0, 10, 20, "jump");
    long point = state().seq();
    put(id, 1, 30, 40, "jump");
    fixture.apply(scene, new Op.TagPut(Ids.next(), 0, null, tag, "night", Map.of()));
    restore(point);
    assertThat(state().events()).extracting(EventSegment::from).containsExactly(10);
    assertThat(state().tags()).isEmpty();
    fixture.apply(scene, new Op.EventDelete(Ids.next(), 3, null, id));
    restore(point);
    assertThat(state().events()).extracting(EventSegment::to).containsExactly(20);
  }

  @Test
  void keepsTheSkeletonOfAClassAndRefusesBonesWithoutJoints() {
    Ontology now = ontologies.current(scene.project());
    Skeleton bird =
        new Skeleton(
            List.of(new Skeleton.Joint("beak", 0, 0), new Skeleton.Joint("tail", 1, 1)),
            List.of(List.of(0, 1)));
    ontologies.save(scene.project(), with(now, bird), scene.user());
    assertThat(ontologies.current(scene.project()).classes().getFirst().skeleton()).isEqualTo(bird);
    Skeleton broken = new Skeleton(bird.joints(), List.of(List.of(0, 2)));
    assertThatThrownBy(() ->
            ontologies.save(
                scene.project(), with(ontologies.current(scene.project()), broken), scene.user()))
        .hasMessageContaining("joins two of its 2 joints");
  }

  private void restore(long point) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(tx ->
            new History(labelSets, store, restoration, events, fixture.changes())
                .restore(scene.set(), null, scene.user(), point));
  }

  private static Ontology with(Ontology now, Skeleton skeleton) {
    OntologyClass dog =
        new OntologyClass("dog", "Dog", "thing", "#ff0000", "1", List.of(), skeleton);
    return new Ontology(now.version(), List.of(dog), now.events(), now.clips());
  }
}
