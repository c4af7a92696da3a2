package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.labels.Change;
import io.keyreel.labels.EventClass;
import io.keyreel.labels.History;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** Two people, one of them offline, do things to the same tracks that do not go together. */
@KeyreelTest
class ConflictsTest {
  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Labels labels;
  @Autowired private History history;
  @Autowired private Ontologies ontologies;

  @Value("${local.server.port}")
  private int port;

  @Test
  void bothVersionsAreKeptNothingIsLostAndBothScreensShowWhatTheServerHas() throws IOException {
    try (Office office = new Office(context, port)) {
      withEvents(office);
      Task task = office.task(temporary);
      office.world.act(task, "claim", office.world.labeler);
      try {
        WorkTable away = new WorkTable(office.enter(office.world.labeler).annotate(task.id()));
        WorkTable here = new WorkTable(office.enter(office.world.lead).annotate(task.id()));
        for (int i = 0; i < Conflict.ALL.size(); i++) {
          play(Conflict.ALL.get(i), i % 2 == 0, task, away, here);
        }
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("conflicts", e);
      }
    }
  }

  /** What was done before somebody else came is not taken back from under them. */
  @Test
  void undoLeavesAloneWhatSomebodyChangedSince() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = office.task(temporary);
      office.world.act(task, "claim", office.world.labeler);
      try {
        WorkTable mine = new WorkTable(office.enter(office.world.labeler).annotate(task.id()));
        WorkTable theirs = new WorkTable(office.enter(office.world.lead).annotate(task.id()));
        String track = mine.prepare().getFirst();
        theirs.knows(mine.fingerprint());
        theirs.act("put(t[0], 2, 33)", List.of(track));
        theirs.saved();
        mine.knows(theirs.fingerprint());
        String before = mine.fingerprint();
        mine.act("c.undo(); c.undo(); c.undo(); c.undo()", List.of(track));
        assertThat(mine.said()).contains("was changed by somebody since; it stays as it is.");
        mine.saved();
        assertThat(mine.fingerprint()).isNotEqualTo(before).contains("[33,10,");
        same(task, mine, theirs, "undo");
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("undo", e);
      }
    }
  }

  private void play(Conflict conflict, boolean insist, Task task, WorkTable away, WorkTable here) {
    List<String> tracks = away.prepare();
    here.knows(away.fingerprint());
    away.forget();
    here.forget();
    away.line().cut();
    away.act(conflict.away(), tracks);
    here.act(conflict.here(), tracks);
    here.saved();
    away.line().mend();
    away.saved();
    int kept = away.kept();
    assertThat(kept > 0).as("%s: somebody is asked", conflict.name()).isEqualTo(conflict.asks());
    Set<String> asked = away.keptOperations();
    assertThat(onRecord(task)).as(conflict.name()).containsAll(minus(away.made(), asked));
    assertThat(onRecord(task)).as(conflict.name()).containsAll(here.made());
    away.decide(insist);
    away.saved();
    assertThat(away.kept()).as(conflict.name()).isZero();
    same(task, away, here, conflict.name());
  }

  private void same(Task task, WorkTable one, WorkTable other, String story) {
    String labelled = one.fingerprint();
    assertThat(Eventually.eventually(other::fingerprint, labelled::equals))
        .as(story)
        .isEqualTo(labelled);
    Map<String, String> server =
        new Truth(labels, task, TestTasks.WIDTH, TestTasks.HEIGHT).onTheServer();
    assertThat(server).isNotEmpty();
    assertThat(Truth.onTheScreen(one.annotator())).as(story).isEqualTo(server);
    assertThat(Truth.onTheScreen(other.annotator())).as(story).isEqualTo(server);
  }

  /** Operations that the server keeps, those that lost among them. */
  private Set<String> onRecord(Task task) {
    return history.before(task.labelSet(), Long.MAX_VALUE, 200).stream()
        .map(Change::op)
        .filter(Objects::nonNull)
        .map(UUID::toString)
        .collect(Collectors.toSet());
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private void withEvents(Office office) {
    Ontology now = ontologies.current(office.world.project.id());
    List<EventClass> events = List.of(new EventClass("jump", "Jump", "#8d3aff", List.of()));
    ontologies.save(
        office.world.project.id(),
        new Ontology(now.version(), now.classes(), events, now.clips()),
        office.world.lead);
  }
}
