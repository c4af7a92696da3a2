package io.keyreel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobState;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Progress;
import io.keyreel.kernel.UserError;
import io.keyreel.media.decode.Clips;
import io.keyreel.media.storage.ObjectStore;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class IngestTest {
  private static final String MOVING = "testsrc2=s=320x240:r=25:d=";

  @TempDir private Path folder;
  @Autowired private ApplicationContext context;
  @Autowired private Videos videos;
  @Autowired private VideoFrames frames;
  @Autowired private Thumbnails pictures;
  @Autowired private ObjectStore store;
  @Autowired private Library library;
  @Autowired private Ingest ingest;
  @Autowired private JobQueue jobs;

  private Clips clips;
  private TestVideos test;
  private User admin;
  private Project project;

  @BeforeEach
  void prepare() {
    clips = new Clips(folder);
    test = new TestVideos(context);
    TestPeople people = new TestPeople(context);
    admin = people.siteAdmin();
    project = people.project(admin);
  }

  @Test
  void recordingBecomesFramesWithTheirIndex() throws IOException {
    Path file = clips.make("street.mp4", MOVING + 3, "-c:v", "mpeg4", "-bf", "2");
    Video video = test.ingest(file, project, admin);
    assertThat(video.reason()).isNull();
    assertThat(video.state()).isEqualTo(VideoState.READY);
    assertThat(List.of(video.width(), video.height(), video.frameCount()))
        .isEqualTo(List.of(320, 240, 75));
    assertThat(video.durationMicros()).isEqualTo(3_000_000);
    assertThat(video.codec()).isEqualTo("mpeg4");
    assertThat(video.warning()).isNull();
    FrameTimes times = videos.times(video.id());
    List<String> expected = clips.hashes(file);
    assertThat(times.count()).isEqualTo(75);
    assertThat(IntStream.range(0, 75).mapToObj(n -> HexFormat.of().formatHex(times.hash(n))))
        .containsExactlyElementsOf(expected);
    assertThat(videos.packs(video.id()))
        .extracting(PackInfo::first, PackInfo::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 32),
            org.assertj.core.groups.Tuple.tuple(32, 32),
            org.assertj.core.groups.Tuple.tuple(64, 11));
    assertThat(videos.shots(video.id()).getFirst().frames().from()).isZero();
    assertThat(videos.shots(video.id()).getLast().frames().to()).isEqualTo(75);
    assertThat(jobs.ofProject(project.id(), 10))
        .extracting(Job::topic)
        .contains(Videos.INGEST_TOPIC, Library.READY_TOPIC);
  }

  @Test
  void frameReadAtRandomIsTheFrameOfThatNumber() throws IOException {
    Path file = clips.make("numbers.mp4", MOVING + 4, "-c:v", "libopenh264", "-b:v", "2M");
    Video video = test.ingest(file, project, admin);
    List<Image> sequential = sequential(file);
    assertThat(sequential).hasSize(video.frameCount());
    FrameReader reader = frames.open(video.id());
    Random random = new Random(20);
    for (int i = 0; i < 150; i++) {
      int frame = random.nextInt(video.frameCount());
      Image seen = reader.frame(frame);
      double here = difference(seen, sequential.get(frame));
      assertThat(here).as("frame %d", frame).isLessThan(4);
      int neighbour = frame == 0 ? 1 : frame - 1;
      assertThat(difference(seen, sequential.get(neighbour))).isGreaterThan(here);
    }
  }

  private List<Image> sequential(Path file) throws IOException {
    var decoder =
        new io.keyreel.media.decode.Decoder(
            Clips.CACHE, io.keyreel.media.decode.DecodeLimits.standard());
    List<Image> images = new java.util.ArrayList<>();
    decoder.decode(
        file,
        decoder.probe(file),
        new io.keyreel.media.decode.FrameSink() {
          @Override
          public void begin() {
            images.clear();
          }

          @Override
          public void accept(io.keyreel.media.decode.DecodedFrame frame) {
            images.add(frame.bgr());
          }
        },
        Cancellation.NEVER);
    return images;
  }

  private static double difference(Image a, Image b) {
    long sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += Math.abs((a.data()[i] & 0xff) - (b.data()[i] & 0xff));
    }
    return (double) sum / a.data().length;
  }

  @Test
  void recordingThatCannotBeUsedIsRejectedAndLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("talk.mp4"), "#EXTM3U\nhttp://127.0.0.1/x.ts\n");
    Video video = test.ingest(file, project, admin);
    assertThat(video.state()).isEqualTo(VideoState.REJECTED);
    assertThat(video.reason()).contains("playlist");
    assertThat(Eventually.eventually(() -> store.stat(Keys.original(video.id())).isEmpty()))
        .isTrue();
    assertThat(store.keys(Keys.packs(video.id()))).isEmpty();
    assertThatThrownBy(() -> frames.open(video.id())).isInstanceOf(UserError.Invalid.class);
  }

  @Test
  void ingestCutOffAnywhereAndBegunAgainGivesTheSame() throws IOException {
    Path file = clips.make("again.mp4", MOVING + 4, "-c:v", "mpeg4");
    Video done = test.ingest(file, project, admin);
    Ingested first = ingest.ingest(done, context(Cancellation.NEVER));
    for (int frames : List.of(0, 1, 31, 40, 70, 99)) {
      AtomicInteger asked = new AtomicInteger();
      assertThatThrownBy(() -> ingest.ingest(done, context(() -> asked.incrementAndGet() > frames)))
          .isInstanceOf(CancellationException.class);
    }
    Ingested again = ingest.ingest(done, context(Cancellation.NEVER));
    assertThat(again).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(first);
    byte[] pack = store.bytes(Keys.pack(done.id(), Tier.FULL, 3));
    assertThat(FramePack.picture(pack, 0)).isEqualTo(frames.open(done.id()).jpeg(96));
  }

  @Test
  void lateEndOfAnIngestChangesNothing() throws IOException {
    Path file = clips.make("late.mp4", MOVING + 1, "-c:v", "mpeg4");
    Video done = test.ingest(file, project, admin);
    Ingested again = ingest.ingest(done, context(Cancellation.NEVER));
    int jobsBefore = jobs.ofProject(project.id(), 10).size();
    library.ready(done, again);
    library.reject(done, "too late");
    assertThat(videos.find(done.id()).state()).isEqualTo(VideoState.READY);
    assertThat(jobs.ofProject(project.id(), 10)).hasSize(jobsBefore);
  }

  @Test
  void stoppedIngestCanBeStartedAgain() throws IOException {
    Path file = clips.make("stop.mp4", MOVING + 30, "-c:v", "mpeg4");
    UUID id = test.upload(file, project, admin);
    Job job = jobs.ofProject(project.id(), 1).getFirst();
    jobs.cancel(job.id());
    videos.stop(id, admin);
    Video stopped = test.settled(id);
    assertThat(stopped.reason()).contains("cancelled");
    assertThat(
            Eventually.eventually(() -> jobs.find(job.id()), j -> j.finishedAt() != null).state())
        .isEqualTo(JobState.CANCELLED);
    videos.retry(id, admin);
    assertThat(test.settled(id).frameCount()).isEqualTo(750);
  }

  @Test
  void picturesComeInTheHeightAskedFor() throws IOException {
    Path file = clips.make("tall.mkv", "testsrc2=s=400x600:r=10:d=1", "-c:v", "ffv1");
    Video video = test.ingest(file, project, admin);
    assertThat(ImageCodec.decode(pictures.thumbnail(video.id(), 3)).height()).isEqualTo(90);
    assertThat(ImageCodec.decode(pictures.poster(video)).height()).isEqualTo(360);
    assertThat(ImageCodec.decode(pictures.picture(video, 9, 480)).height()).isEqualTo(480);
    assertThat(ImageCodec.decode(pictures.picture(video, 9, 2000)).height()).isEqualTo(600);
    assertThatThrownBy(() -> pictures.picture(video, 10, null))
        .isInstanceOf(UserError.NotFound.class);
    Storyboard board = pictures.storyboard(video);
    Image sheet = ImageCodec.decode(pictures.storyboardSheet(video));
    assertThat(board.frames()).hasSize(10);
    assertThat(sheet.width()).isEqualTo(board.columns() * board.tileWidth());
    assertThat(sheet.height()).isEqualTo(board.rows() * board.tileHeight());
  }

  @Test
  void shotsDrawnByHandCoverEveryFrameOnce() throws IOException {
    Path file = clips.make("shots.mp4", MOVING + 1, "-c:v", "mpeg4");
    Video video = test.ingest(file, project, admin);
    List<Shot> halves = List.of(shot(0, 12), shot(12, 25));
    videos.setShots(video.id(), halves, admin);
    assertThat(videos.shots(video.id())).isEqualTo(halves);
    for (List<Shot> wrong :
        List.of(
            List.<Shot>of(),
            List.of(shot(0, 24)),
            List.of(shot(0, 10), shot(12, 25)),
            List.of(shot(0, 26)))) {
      assertThatThrownBy(() -> videos.setShots(video.id(), wrong, admin))
          .isInstanceOf(UserError.Invalid.class);
    }
    assertThat(videos.shots(video.id())).isEqualTo(halves);
  }

  private static Shot shot(int from, int to) {
    return new Shot(
        new io.keyreel.kernel.FrameRange(from, to),
        from == 0 ? io.keyreel.vision.Transition.START : io.keyreel.vision.Transition.CUT);
  }

  private static JobContext context(Cancellation cancellation) {
    return new JobContext() {
      @Override
      public Job job() {
        throw new UnsupportedOperationException();
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
