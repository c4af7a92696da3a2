package io.keyreel.exchange;

import io.keyreel.access.Projects;
import io.keyreel.exchange.SnapshotHead.Category;
import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.exchange.SnapshotPlan.PlannedClip;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.LabelSets;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.OntologyClass;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what there is to export of a project. */
@Component
class SnapshotPlans {
  private static final int PAGE = 1000;

  private final Tasks tasks;
  private final LabelSets labelSets;
  private final Labels labels;
  private final Ontologies ontologies;
  private final Projects projects;
  private final ClipMedia media;

  SnapshotPlans(
      Tasks tasks,
      LabelSets labelSets,
      Labels labels,
      Ontologies ontologies,
      Projects projects,
      ClipMedia media) {
    this.tasks = tasks;
    this.labelSets = labelSets;
    this.labels = labels;
    this.ontologies = ontologies;
    this.projects = projects;
    this.media = media;
  }

  /** Refuses an export that would hold nothing. */
  void requireSomething(UUID project, Scope scope) {
    List<Task> found = tasks(project, scope);
    if (found.isEmpty()) {
      throw new UserError.Invalid(
          scope == Scope.APPROVED
              ? "No task of this project is approved yet; approve one, or export all labels."
              : "This project has no tasks yet; add a video and label it first.");
    }
    if (found.stream().noneMatch(this::hasTracks)) {
      throw new UserError.Invalid(
          "There is not a single label in what you want to export; label something first.");
    }
  }

  SnapshotPlan plan(UUID project, Scope scope) {
    Map<UUID, List<Task>> byVideo = new LinkedHashMap<>();
    tasks(project, scope)
        .forEach(task -> byVideo.computeIfAbsent(task.video(), v -> new ArrayList<>()).add(task));
    List<PlannedClip> clips =
        byVideo.values().stream()
            .map(this::clip)
            .sorted(Comparator.comparing(PlannedClip::name).thenComparing(PlannedClip::video))
            .toList();
    return new SnapshotPlan(
        scope, projects.find(project).name(), ontologies.current(project).version(), clips);
  }

  List<Category> categories(UUID project, int ontologyVersion) {
    List<OntologyClass> classes =
        ontologyVersion == 0 ? List.of() : ontologies.version(project, ontologyVersion).classes();
    return Objects.requireNonNullElse(classes, List.<OntologyClass>of()).stream()
        .map(c -> new Category(c.id(), c.name(), c.kind(), c.color()))
        .toList();
  }

  private PlannedClip clip(List<Task> ofVideo) {
    Task first = ofVideo.getFirst();
    return new PlannedClip(
        first.video(),
        media.video(first.video()).name(),
        first.labelSet(),
        labelSets.find(first.labelSet()).seq(),
        merged(ofVideo.stream().map(Task::frames).toList()));
  }

  private boolean hasTracks(Task task) {
    FrameRange first = new FrameRange(task.frames().from(), task.frames().from() + 1);
    return labels.state(task.labelSet(), first).tracks().stream().anyMatch(t -> !t.deleted());
  }

  private List<Task> tasks(UUID project, Scope scope) {
    @Nullable String state = scope == Scope.APPROVED ? "APPROVED" : null;
    List<Task> all = new ArrayList<>();
    int before;
    do {
      before = all.size();
      all.addAll(tasks.ofProject(project, new TaskQuery(null, state, null, null, before, PAGE)));
    } while (all.size() == before + PAGE);
    all.removeIf(task -> task.parent() != null);
    return all;
  }

  static List<FrameRange> merged(List<FrameRange> ranges) {
    List<FrameRange> merged = new ArrayList<>();
    for (FrameRange range :
        ranges.stream().sorted(Comparator.comparingInt(FrameRange::from)).toList()) {
      if (merged.isEmpty() || range.from() > merged.getLast().to()) {
        merged.add(range);
      } else {
        FrameRange last = merged.removeLast();
        merged.add(new FrameRange(last.from(), Math.max(last.to(), range.to())));
      }
    }
    return List.copyOf(merged);
  }
}
