package io.keyreel.workflow;

import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import io.keyreel.kernel.Page;
import io.keyreel.labels.Ontologies;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.workflow.TaskView.Named;
import io.keyreel.workflow.TaskView.VideoRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks as screens show them. */
@Service
public class TaskViews {
  private final Tasks tasks;
  private final TaskEditGuard guard;
  private final People people;
  private final Videos videos;
  private final Ontologies ontologies;
  private final Projects projects;

  TaskViews(
      Tasks tasks,
      TaskEditGuard guard,
      People people,
      Videos videos,
      Ontologies ontologies,
      Projects projects) {
    this.tasks = tasks;
    this.guard = guard;
    this.people = people;
    this.videos = videos;
    this.ontologies = ontologies;
    this.projects = projects;
  }

  @Transactional(readOnly = true)
  public TaskView of(UUID id, User by) {
    Task task = tasks.find(id, by);
    Project project = projects.find(task.project());
    Optional<String> readOnly = guard.refusal(task, by);
    return new TaskView(
        task.id(),
        task.number(),
        task.version(),
        new Named(project.id(), project.name()),
        video(task.video()),
        task.labelSet(),
        task.frames().from(),
        task.frames().to(),
        task.stage(),
        task.workflow().stages(),
        task.state().code(),
        task.round(),
        people.personOrNone(task.state().assignee().orElse(null)),
        people.personOrNone(task.labeler()),
        people.personOrNone(task.reviewer()),
        readOnly.isEmpty(),
        readOnly.orElse(null),
        task.approved() ? null : tasks.lastReturn(task, people::person).orElse(null),
        people.role(by, task.project()),
        TaskActions.of(task, people.actor(by, task.project())).stream()
            .map(TaskAction::code)
            .toList(),
        ontologies.current(task.project()),
        project.settings().doubtThreshold(),
        new Person(by.id(), by.name()));
  }

  @Transactional(readOnly = true)
  public Page<TaskView.Row> ofProject(UUID project, TaskQuery query, User by) {
    Page<Task> page = tasks.ofProject(project, query, by);
    Map<UUID, Person> known = new HashMap<>();
    Map<UUID, VideoRef> shown = new HashMap<>();
    return new Page<>(
        page.items().stream().map(task -> row(task, known, shown)).toList(), page.total());
  }

  private TaskView.Row row(Task task, Map<UUID, Person> known, Map<UUID, VideoRef> shown) {
    return new TaskView.Row(
        task.id(),
        task.number(),
        task.version(),
        shown.computeIfAbsent(task.video(), this::video),
        task.frames().from(),
        task.frames().to(),
        task.stage(),
        task.state().code(),
        task.round(),
        person(known, task.state().assignee().orElse(null)),
        person(known, task.labeler()),
        person(known, task.reviewer()),
        task.priority(),
        task.dueAt(),
        task.plan().tags(),
        task.plan().skill(),
        task.createdAt(),
        task.updatedAt());
  }

  private @Nullable Person person(Map<UUID, Person> known, @Nullable UUID id) {
    return id == null ? null : known.computeIfAbsent(id, people::person);
  }

  private VideoRef video(UUID id) {
    Video video = videos.find(id);
    return new VideoRef(
        video.id(), video.name(), video.width(), video.height(), video.frameCount());
  }
}
