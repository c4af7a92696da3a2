package io.keyreel.workflow;

import io.keyreel.Eventually;
import io.keyreel.access.Project;
import io.keyreel.access.Role;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.Attribute;
import io.keyreel.labels.Changes;
import io.keyreel.labels.Chunk;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import io.keyreel.labels.Proposals;
import io.keyreel.labels.Slot;
import io.keyreel.labels.Span;
import io.keyreel.labels.TrackKind;
import io.keyreel.labels.Visibility;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project of its own with people of every role, and tasks on videos of 64 by 48 pixels. */
public final class TestTasks {
  public static final int WIDTH = 64;
  public static final int HEIGHT = 48;

  public final TestPeople people;
  public final User admin;
  public final Project project;
  public final User lead;
  public final User reviewer;
  public final User labeler;

  private final JdbcClient jdbc;
  private final TaskOpening opening;
  private final Tasks tasks;
  private final Transitions transitions;
  private final Changes changes;
  private final Proposals proposals;

  public TestTasks(ApplicationContext context) {
    jdbc = context.getBean(JdbcClient.class);
    opening = context.getBean(TaskOpening.class);
    tasks = context.getBean(Tasks.class);
    transitions = context.getBean(Transitions.class);
    changes = context.getBean(Changes.class);
    proposals = context.getBean(Proposals.class);
    people = new TestPeople(context);
    admin = people.siteAdmin();
    project = people.project(admin);
    lead = people.member(project, Role.LEAD, admin);
    reviewer = people.member(project, Role.REVIEWER, admin);
    labeler = people.member(project, Role.LABELER, admin);
    context.getBean(Ontologies.class).save(project.id(), ontology(), admin);
  }

  public User member(Role role) {
    return people.member(project, role, admin);
  }

  public Task task(int frames) {
    UUID video = video(frames);
    opening.open(project.id(), video, frames);
    return tasks.ofProject(project.id(), new TaskQuery(null, null, null, video, 0, 10)).getFirst();
  }

  /** The task that a recording got when it was ready. */
  public Task taskOf(UUID video) {
    TaskQuery query = new TaskQuery(null, null, null, video, 0, 1);
    return Eventually.eventually(
            () -> tasks.ofProject(project.id(), query), found -> !found.isEmpty())
        .getFirst();
  }

  public UUID video(int frames) {
    UUID video = Ids.next();
    jdbc.sql(
            """
            insert into videos (id, project_id, name, state, width, height, frame_count,
                                time_base_num, time_base_den, duration_us, uploaded_by, created_at)
            values (:id, :project, 'clip.mp4', 'READY', :width, :height, :frames,
                    1, 25, :frames * 40000, :user, now())
            """)
        .param("id", video)
        .param("project", project.id())
        .param("width", WIDTH)
        .param("height", HEIGHT)
        .param("frames", frames)
        .param("user", admin.id())
        .update();
    return video;
  }

  public Task act(Task task, String action, User by) {
    return transitions.perform(
        task.id(),
        new TransitionRequest(action, tasks.find(task.id(), by).version(), "Look again", null),
        by);
  }

  public Task act(Task task, String action, User by, User assignee) {
    return transitions.perform(
        task.id(),
        new TransitionRequest(action, tasks.find(task.id(), by).version(), null, assignee.id()),
        by);
  }

  public Task inReview(int frames) {
    Task task = task(frames);
    act(task, "claim", labeler);
    return act(task, "submit", labeler);
  }

  public Task approved(int frames) {
    Task task = inReview(frames);
    act(task, "claim", reviewer);
    return act(task, "approve", reviewer);
  }

  public Outcome apply(Task task, User by, Op op) {
    return changes.apply(task.labelSet(), task.id(), by, List.of(op)).getFirst();
  }

  public UUID track(Task task, User by, @Nullable String classId) {
    UUID track = Ids.next();
    Outcome outcome =
        apply(
            task,
            by,
            new Op.TrackCreate(
                Ids.next(), 0, null, track, TrackKind.OBJECT, classId, "", null, Map.of()));
    if (outcome.status() != Outcome.Status.APPLIED) {
      throw new AssertionError(outcome);
    }
    return track;
  }

  public Outcome draw(Task task, User by, UUID track, int frame) {
    return apply(task, by, keyframe(track, frame, square(frame % 20, 12)));
  }

  public static Op.KeyframePut keyframe(UUID track, int frame, Shape shape) {
    return new Op.KeyframePut(
        Ids.next(), 0, null, track, frame, Slot.of(shape), shape, null, false);
  }

  /** What an engine would write of a track: the same square and confidence on all frames. */
  public UUID propose(Task task, UUID track, FrameRange frames, float confidence) {
    UUID run = Ids.next();
    Span span = new Span(track, frames.from() - 1);
    long fence = proposals.claim(task.labelSet(), List.of(span)).get(span);
    float[] confidences = new float[frames.length()];
    Arrays.fill(confidences, confidence);
    boolean written =
        proposals.write(
            new Chunk(
                task.labelSet(),
                run,
                span,
                Slot.MASK,
                frames,
                1,
                "test",
                Collections.nCopies(frames.length(), square(5, 20)),
                confidences,
                Collections.nCopies(frames.length(), Visibility.VISIBLE),
                frames.length()),
            fence);
    if (!written) {
      throw new AssertionError("fenced off");
    }
    return run;
  }

  public static Shape square(int x, int size) {
    return Masks.toShape(
        Mask.of(WIDTH, HEIGHT, (i, j) -> i >= x && i < x + size && j >= x && j < x + size));
  }

  private static Ontology ontology() {
    Attribute breed = new Attribute("breed", "Breed", "track", "text", List.of(), true);
    return new Ontology(
        0,
        List.of(
            new OntologyClass("ball", "Ball", "thing", "#00ff00", "1", List.of()),
            new OntologyClass("dog", "Dog", "thing", "#ff0000", "2", List.of(breed))),
        List.of(),
        List.of());
  }
}
