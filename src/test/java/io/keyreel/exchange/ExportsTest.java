package io.keyreel.exchange;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.User;
import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobState;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.Progress;
import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import io.keyreel.workflow.Acceptances;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@KeyreelTest
class ExportsTest {
  private static final int FRAMES = 40;

  @Autowired private ApplicationContext context;
  @Autowired private Exports exports;
  @Autowired private ExportFiles files;
  @Autowired private ExportStore store;
  @Autowired private ExportJob job;
  @Autowired private ObjectStore objects;
  @Autowired private Acceptances acceptances;
  @Autowired private JdbcClient jdbc;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void frameNOfTheExportIsFrameNOfTheAnnotator() throws IOException {
    Task task = labelled();
    Map<String, byte[]> zip = fetch(done("coco", true, "all"));

    JsonNode json = ShapeJson.MAPPER.readTree(zip.get(CocoWriter.FILE));
    assertThat(json.get("images")).hasSize(FRAMES);
    for (int frame = 0; frame < FRAMES; frame++) {
      assertThat(zip.get("images/default/clip/%06d.jpg".formatted(frame)))
          .isEqualTo(TestPacks.picture(frame));
    }
    Mask drawn = Masks.of(TestTasks.square(0, 12), TestTasks.WIDTH, TestTasks.HEIGHT);
    JsonNode first = annotation(json, 1);
    assertThat(CocoReader.mask(first.get("segmentation"))).isEqualTo(drawn);
    assertThat(first.get("attributes").get("source").asString()).isEqualTo("human");
    assertThat(Zips.text(zip, "losses.txt")).contains("COCO knows no tracks");
    assertThat(task.frames().length()).isEqualTo(FRAMES);
  }

  @Test
  void nativeTellsWhereEveryShapeComesFrom() throws IOException {
    labelled();
    Map<String, byte[]> zip = fetch(done("native", false, "all"));

    JsonNode frames = ShapeJson.MAPPER.readTree(zip.get("labels/clip.json")).get("frames");
    assertThat(frames).hasSize(FRAMES);
    assertThat(frames.get(7).get("pts").asLong()).isEqualTo(7 * 512);
    assertThat(frames.get(7).get("sha256").asString()).isEqualTo(TestPacks.hash(7));
    assertThat(sources(frames, 0)).containsExactly("human");
    assertThat(sources(frames, 3)).containsExactly("accepted");
    assertThat(sources(frames, 15)).containsExactly("propagated");
    JsonNode machine = frames.get(15).get("shapes").get(0);
    assertThat(machine.get("confidence").asDouble()).isEqualTo(0.4);
    assertThat(machine.get("engine").asString()).isEqualTo("test");
    assertThat(machine.get("author").isNull()).isTrue();
    assertThat(frames.get(0).get("shapes").get(0).get("author").asString())
        .isEqualTo(world.labeler.name());
  }

  @Test
  void theSameLabelsGiveTheSameBytesAndAnEditANewSnapshot() throws IOException {
    Task task = labelled();
    for (String format : List.of("coco", "youtube-vis", "davis", "native")) {
      Export first = done(format, true, "all");
      Export second = done(format, true, "all");
      assertThat(second.snapshot()).isEqualTo(1);
      assertThat(second.sha256()).isEqualTo(first.sha256());
      assertThat(second.id()).isNotEqualTo(first.id());
    }
    world.draw(task, world.labeler, world.track(task, world.labeler, "ball"), 39);
    assertThat(done("davis", true, "all").snapshot()).isEqualTo(2);
  }

  @Test
  void anExportOfNothingIsRefusedBeforeAJobIsMade() {
    ExportRequest all = new ExportRequest("coco", false, "all");
    assertRefused(all, "no tasks");
    Task task = world.task(FRAMES);
    assertRefused(all, "not a single label");
    world.act(task, "claim", world.labeler);
    world.track(task, world.labeler, "ball");
    assertRefused(new ExportRequest("coco", false, "approved"), "approved yet");
    assertRefused(new ExportRequest("gif", false, "all"), "no export format");
    assertRefused(new ExportRequest("coco", false, "some"), "no scope");
    assertThat(exports.ofProject(world.project.id(), world.lead)).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from jobs where project_id = ? and topic = ?")
                .params(world.project.id(), Exports.TOPIC)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void onlyApprovedTasksAreInAnApprovedExport() throws IOException {
    Task approved = labelled();
    world.act(approved, "submit", world.labeler);
    world.act(approved, "approve", world.lead);
    labelled();

    JsonNode head =
        ShapeJson.MAPPER
            .readTree(fetch(done("native", false, "approved")).get(NativeWriter.FILE))
            .get("snapshot");
    assertThat(head.get("clips")).hasSize(1);
    assertThat(head.get("clips").get(0).get("video").asString())
        .isEqualTo(approved.video().toString());
  }

  @Test
  void cancelledAnywhereItLeavesNothingAndRunAgainItMakesTheSameFile() {
    labelled();
    Export whole = done("coco", true, "all");
    for (int checks : List.of(0, 1, 5, 30, 60, 75)) {
      UUID id = Ids.next();
      store.insert(
          id,
          world.project.id(),
          ExportFormat.COCO,
          Scope.ALL,
          true,
          world.lead.id(),
          Instant.now());
      AtomicInteger left = new AtomicInteger(checks);
      assertThatThrownBy(() -> job.run(running(id, () -> left.getAndDecrement() <= 0)))
          .isInstanceOf(CancellationException.class);
      assertThat(objects.stat(ExportFiles.key(id))).isEmpty();
      assertThatThrownBy(() -> files.find(id, world.lead)).isInstanceOf(UserError.Conflict.class);

      job.run(running(id, Cancellation.NEVER));
      job.run(running(id, Cancellation.NEVER));
      assertThat(exports.find(id, world.lead).sha256()).isEqualTo(whole.sha256());
    }
  }

  @Test
  void aCancelledJobShowsInItsExport() {
    labelled();
    UUID id =
        exports.create(world.project.id(), new ExportRequest("coco", true, "all"), world.lead).id();
    jdbc.sql("update exports set state = 'RUNNING' where id = ?").param(id).update();
    jdbc.sql("update jobs set state = 'CANCELLED' where subject = ?").param(id).update();
    assertThat(exports.find(id, world.lead).state()).isEqualTo("CANCELLED");
  }

  @Test
  void readersAreReviewersAndLeadsAndOthersSeeNothing() {
    labelled();
    Export export = done("native", false, "all");
    User stranger = world.people.user("stranger");

    assertThat(files.find(export.id(), world.reviewer).size()).isPositive();
    assertThatThrownBy(() -> files.find(export.id(), world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
    assertThatThrownBy(() -> files.find(export.id(), stranger))
        .isInstanceOf(UserError.NotFound.class);
    assertThatThrownBy(() ->
            exports.create(
                world.project.id(), new ExportRequest("coco", false, "all"), world.reviewer))
        .isInstanceOf(UserError.Forbidden.class);
  }

  /** A task in progress: frame 0 drawn, 1 to 9 accepted, 10 to 19 proposed. */
  private Task labelled() {
    Task task = world.task(FRAMES);
    new TestPacks(context).fill(task.video(), FRAMES);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    world.draw(task, world.labeler, track, 0);
    world.propose(task, track, new FrameRange(1, 20), 0.4f);
    acceptances.accept(task.id(), track, new FrameRange(1, 10), world.labeler);
    return task;
  }

  private Export done(String format, boolean images, String scope) {
    UUID id =
        exports
            .create(world.project.id(), new ExportRequest(format, images, scope), world.lead)
            .id();
    Export ended =
        eventually(
            () -> exports.find(id, world.lead),
            export -> export.done() || export.state().equals("FAILED"));
    assertThat(ended.state()).as(ended.error()).isEqualTo("DONE");
    return ended;
  }

  private Map<String, byte[]> fetch(Export export) throws IOException {
    ExportFile file = files.find(export.id(), world.lead);
    try (InputStream in = files.open(file, 0, file.size())) {
      return Zips.read(in.readAllBytes());
    }
  }

  private void assertRefused(ExportRequest request, String why) {
    assertThatThrownBy(() -> exports.create(world.project.id(), request, world.lead))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining(why);
  }

  private static JsonNode annotation(JsonNode json, int image) {
    for (JsonNode annotation : json.get("annotations")) {
      if (annotation.get("image_id").asInt() == image) {
        return annotation;
      }
    }
    throw new AssertionError("no annotation of image " + image);
  }

  private static List<String> sources(JsonNode frames, int frame) {
    List<String> sources = new ArrayList<>();
    frames.get(frame).get("shapes").forEach(s -> sources.add(s.get("source").asString()));
    return sources;
  }

  private JobContext running(UUID export, Cancellation cancellation) {
    Job asked =
        new Job(
            Ids.next(),
            Exports.TOPIC,
            export,
            world.project.id(),
            "Export",
            JobState.RUNNING,
            0,
            "",
            null,
            null,
            Instant.EPOCH,
            null,
            null,
            "{}");
    return new JobContext() {
      @Override
      public Job job() {
        return asked;
      }

      @Override
      public Progress progress() {
        return Progress.NONE;
      }

      @Override
      public Cancellation cancellation() {
        return cancellation;
      }
    };
  }
}
