package io.keyreel.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Op;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Figures of small pieces of work, counted by hand. */
@KeyreelTest
class RollupsTest {
  @Autowired private ApplicationContext context;
  @Autowired private Rollups rollups;
  @Autowired private Reports reports;
  @Autowired private Activity activity;

  private TestTasks scene;

  @BeforeEach
  void begin() {
    scene = new TestTasks(context);
  }

  @Test
  void pausesUpToTheCutOffCountAsActive() {
    Task task = scene.task(10);
    List<Moment> moments =
        List.of(
            moment(600_000), moment(570_000), moment(510_000), moment(449_000), moment(440_000));
    activity.record(task.id(), moments, scene.labeler);
    activity.record(task.id(), moments, scene.labeler);

    Report report = read("throughput-people");

    assertThat(report.rows()).hasSize(1);
    assertThat(report.rows().getFirst().get(report.index("person"))).isEqualTo("labeler");
    assertThat(report.number("activeHours") * 3600).isCloseTo(30 + 60 + 9, within(0.001));
  }

  @Test
  void momentsOfTheFutureAreRefused() {
    Task task = scene.task(10);

    assertThatThrownBy(() -> activity.record(task.id(), List.of(moment(-5)), scene.labeler))
        .isInstanceOf(UserError.Invalid.class);
  }

  @Test
  void shapesCountOnceAsDrawnOrCorrected() {
    Task task = scene.act(scene.task(30), "claim", scene.labeler);
    UUID track = scene.track(task, scene.labeler, "ball");
    scene.draw(task, scene.labeler, track, 0);
    scene.propose(task, track, new FrameRange(1, 30), 0.9f);
    scene.draw(task, scene.labeler, track, 10);
    UUID run = scene.propose(task, track, new FrameRange(11, 30), 0.9f);
    scene.apply(
        task,
        scene.labeler,
        new Op.AcceptancePut(Ids.next(), 0, null, Ids.next(), track, 11, 21, run, 1));

    Report report = read("throughput-classes");

    assertThat(report.number("objects")).isEqualTo(1);
    assertThat(report.number("drawn")).isEqualTo(1);
    assertThat(report.number("corrected")).isEqualTo(1);
    assertThat(report.number("accepted")).isEqualTo(10);
    Report surprises = read("surprises");
    assertThat(surprises.number("frame")).isEqualTo(10);
    // Squares of 20 pixels at (5, 5), and of 12 at (10, 10).
    assertThat(surprises.number("iou")).isCloseTo(144.0 / 400, within(0.000001));
  }

  @Test
  void framesCountForWhoMovesATaskOn() {
    Task task = scene.inReview(25);
    scene.act(task, "claim", scene.reviewer);
    scene.act(task, "return", scene.reviewer);

    Report people = read("throughput-people");

    assertThat(people.rows())
        .extracting(row -> row.get(people.index("person")), row -> row.get(people.index("frames")))
        .contains(
            org.assertj.core.groups.Tuple.tuple("labeler", 25L),
            org.assertj.core.groups.Tuple.tuple("reviewer", 25L));
    assertThat(read("returns").number("returns")).isEqualTo(1);
    assertThat(read("first-pass").number("returned")).isEqualTo(1);
    Report flow = read("flow");
    List<Object> last =
        flow.rows().stream()
            .filter(row -> "Label".equals(row.get(flow.index("stage"))))
            .toList()
            .getLast();
    assertThat((Long) last.get(flow.index("tasks"))).isPositive();
  }

  @Test
  void theDataSetIsReadAsItStands() {
    Task task = scene.act(scene.task(100), "claim", scene.labeler);
    UUID track = scene.track(task, scene.labeler, "ball");
    scene.draw(task, scene.labeler, track, 0);
    scene.propose(task, track, new FrameRange(1, 80), 0.9f);
    scene.draw(task, scene.labeler, track, 70);
    context
        .getBean(io.keyreel.labels.Coverage.class)
        .seen(task.labelSet(), scene.labeler, List.of(new FrameRange(75, 90)));

    Report shares = read("shares");
    assertThat(shares.number("drawn")).isEqualTo(1);
    assertThat(shares.number("corrected")).isEqualTo(1);
    assertThat(shares.number("proposed")).isEqualTo(78);
    Report videos = read("videos");
    assertThat(videos.number("empty")).isEqualTo(20);
    assertThat(videos.number("emptySeen")).isEqualTo(10);
    assertThat(videos.number("seen")).isEqualTo(0.15);
    Report classes = read("classes");
    assertThat(classes.number("objects")).isEqualTo(1);
    assertThat(classes.number("duration")).isCloseTo(80 * 0.04, within(0.0001));
    // 78 squares of 20 pixels, 2 of 12, on 64 by 48; at three places one follows the other.
    assertThat(classes.number("area"))
        .isCloseTo((78 * 400 + 2 * 144) / 80.0 / (64 * 48), within(0.000001));
    assertThat(classes.number("flicker")).isCloseTo(3 * (1 - 144.0 / 400) / 79, within(0.000001));

    scene.apply(task, scene.labeler, new Op.TrackDelete(Ids.next(), 1, null, track));
    assertThat(read("videos").number("empty")).isEqualTo(100);
    assertThat(read("shares").rows()).isEmpty();
  }

  @Test
  void picturesThatAreNearCountAsShared() {
    long[] few = {0b1111L << 20, 0xF0F0F0F0F0F0F0F0L};
    long[] many = {0b1101L << 20, 1L, 2L, 0x0F0F0F0F0F0F0F0FL};

    assertThat(Looks.shared(few, many)).isEqualTo(500_000);
    assertThat(Looks.shared(many, few)).isEqualTo(500_000);
  }

  private Report read(String name) {
    rollups.catchUp();
    return reports.read(name, scene.project.id(), Filter.weeksTo(reports.today()), scene.lead);
  }

  private static Moment moment(long ago) {
    return new Moment(Ids.next(), ago, null);
  }
}
