package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Label sets of their own on videos of 64 by 48 pixels, edited without a task. */
public class LabelsFixture {
  public static final int WIDTH = 64;
  public static final int HEIGHT = 48;

  private final JdbcClient jdbc;
  private final LabelSets labelSets;
  private final Ontologies ontologies;
  private final Edits edits;
  private final ReachStore reach;
  private final ChangeRecorder recorder;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final Changes changes;

  public LabelsFixture(ApplicationContext context) {
    jdbc = context.getBean(JdbcClient.class);
    labelSets = context.getBean(LabelSets.class);
    ontologies = context.getBean(Ontologies.class);
    edits = context.getBean(Edits.class);
    reach = context.getBean(ReachStore.class);
    recorder = context.getBean(ChangeRecorder.class);
    transactions = context.getBean(TransactionTemplate.class);
    clock = context.getBean(InstantSource.class);
    changes = changes((set, by, task, frames) -> {});
  }

  Changes changes(EditGuard guard) {
    ObjectProvider<EditGuard> provider =
        new ObjectProvider<>() {
          @Override
          public EditGuard getObject() {
            return guard;
          }
        };
    return new Changes(labelSets, new Gate(provider, reach), edits, recorder, transactions, clock);
  }

  /** A fresh label set with the classes dog and ball. */
  public record Scene(UUID project, UUID video, UUID set, User user) {}

  public Scene scene(int frames) {
    return scene(frames, "flow");
  }

  public Scene scene(int frames, String engine) {
    UUID user = Ids.next();
    jdbc.sql(
            """
            insert into users (id, email, name, site_admin, created_at)
            values (:id, :email, 'Ada', true, now())
            """)
        .param("id", user)
        .param("email", user + "@example.org")
        .update();
    UUID project = Ids.next();
    jdbc.sql(
            """
            insert into projects (id, name, template, settings, created_by, created_at)
            values (:id, 'Dogs', 'video', jsonb_build_object('engine', :engine::text), :user, now())
            """)
        .param("id", project)
        .param("engine", engine)
        .param("user", user)
        .update();
    UUID video = Ids.next();
    jdbc.sql(
            """
            insert into videos (id, project_id, name, state, width, height, frame_count,
                                time_base_num, time_base_den, duration_us, uploaded_by, created_at)
            values (:id, :project, 'clip', 'READY', :width, :height, :frames,
                    1, 25, :frames * 40000, :user, now())
            """)
        .param("id", video)
        .param("project", project)
        .param("width", WIDTH)
        .param("height", HEIGHT)
        .param("frames", frames)
        .param("user", user)
        .update();
    User by = new User(user, user + "@example.org", "Ada", true);
    ontologies.save(
        project,
        new Ontology(
            0,
            List.of(
                new OntologyClass("dog", "Dog", "thing", "#ff0000", "1", List.of()),
                new OntologyClass("ball", "Ball", "thing", "#00ff00", "2", List.of())),
            List.of(),
            List.of()),
        by);
    return new Scene(project, video, labelSets.createTruth(video, project).id(), by);
  }

  public Outcome apply(Scene scene, Op op) {
    return changes.apply(scene.set(), null, scene.user(), List.of(op)).getFirst();
  }

  public Changes changes() {
    return changes;
  }

  public UUID track(Scene scene) {
    UUID track = Ids.next();
    apply(
        scene,
        new Op.TrackCreate(
            Ids.next(), 0, null, track, TrackKind.OBJECT, "dog", "", null, Map.of()));
    return track;
  }

  public Outcome put(Scene scene, UUID track, int frame, Shape shape, long base) {
    return apply(scene, putOp(track, frame, shape, base));
  }

  public static Op.KeyframePut putOp(UUID track, int frame, Shape shape, long base) {
    return new Op.KeyframePut(
        Ids.next(), base, null, track, frame, Slot.of(shape), shape, null, false);
  }

  public Outcome state(Scene scene, UUID track, int frame, Visibility visibility, long base) {
    return apply(
        scene,
        new Op.StatePut(Ids.next(), base, null, track, frame, visibility, null, null, Map.of()));
  }

  /** A square of {@code size} pixels with its corner at (x, x). */
  public static MaskShape square(int x, int size) {
    return Masks.toShape(
        Mask.of(WIDTH, HEIGHT, (i, j) -> i >= x && i < x + size && j >= x && j < x + size));
  }

  /** A chunk of one mask on all its frames. */
  public static Chunk chunk(
      Scene scene, UUID run, Span span, FrameRange frames, long generation, @Nullable Shape shape) {
    return chunk(scene, run, span, frames, generation, shape, 0.9f);
  }

  public static Chunk chunk(
      Scene scene,
      UUID run,
      Span span,
      FrameRange frames,
      long generation,
      @Nullable Shape shape,
      float confidence) {
    float[] confidences = new float[frames.length()];
    Arrays.fill(confidences, confidence);
    List<@Nullable Shape> shapes = new ArrayList<>(Collections.nCopies(frames.length(), shape));
    return new Chunk(
        scene.set(),
        run,
        span,
        Slot.MASK,
        frames,
        generation,
        "test",
        shapes,
        confidences,
        Collections.nCopies(frames.length(), Visibility.VISIBLE),
        0);
  }
}
