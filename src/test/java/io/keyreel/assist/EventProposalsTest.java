package io.keyreel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.media.TestVideos;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Recordings in which a box moves and a tone sounds at known times, decoded and measured. */
@KeyreelTest
class EventProposalsTest {
  private static final int SECONDS = 24;

  @TempDir private Path folder;
  @Autowired private ApplicationContext context;
  @Autowired private EventProposals proposals;
  @Autowired private Videos videos;

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

  /** Whole tenths of seconds, at least one and a half apart. */
  private static List<Integer> times(Random random) {
    List<Integer> times = new ArrayList<>();
    for (int at = 15 + random.nextInt(20); at < 10 * SECONDS - 15; at += 15 + random.nextInt(40)) {
      times.add(at);
    }
    if (times.size() % 2 == 1) {
      times.removeLast();
    }
    return times;
  }

  /** How long the box has been moving, as FFmpeg reckons it. */
  private static String moved(List<Integer> times) {
    StringBuilder sum = new StringBuilder("0");
    for (int i = 0; i < times.size(); i += 2) {
      double from = times.get(i) / 10.0;
      sum.append("+clip(t-%s,0,%s)".formatted(from, (times.get(i + 1) - times.get(i)) / 10.0));
    }
    return sum.toString();
  }

  private static String sounding(List<Integer> times) {
    StringBuilder sum = new StringBuilder("0");
    for (int i = 0; i < times.size(); i += 2) {
      sum.append("+between(t,%s,%s)".formatted(times.get(i) / 10.0, times.get(i + 1) / 10.0));
    }
    return sum.toString();
  }

  private Video record(String name, List<Integer> motion, List<Integer> sound) throws IOException {
    String moved = moved(motion);
    String audio =
        "sine=f=440:d=%d,volume='0.02+0.5*min(1,%s)':eval=frame[tone];anoisesrc=d=%d:a=0.01:seed=7[hiss];[tone][hiss]amix=inputs=2[a];"
            .formatted(SECONDS, sounding(sound), SECONDS);
    String picture =
        ("color=c=gray:s=320x240:r=25:d=%d,noise=alls=10:allf=t:all_seed=5[ground];"
                + "color=c=white:s=50x50:r=25:d=%d[box];"
                + "[ground][box]overlay=x='135+70*cos(1.5*(%s))':y='95+70*sin(1.5*(%s))':eval=frame")
            .formatted(SECONDS, SECONDS, moved, moved);
    Path file =
        clips.make(
            name,
            audio + picture,
            "-map",
            "[a]",
            "-c:v",
            "libopenh264",
            "-b:v",
            "1500k",
            "-c:a",
            "aac");
    Video video = test.ingest(file, project, admin);
    assertThat(video.reason()).isNull();
    return video;
  }

  @Test
  void boundariesAreFoundInWhatMovesAndSounds() throws IOException {
    BoundaryScore score = new BoundaryScore();
    for (long seed = 1; seed <= 3; seed++) {
      List<Integer> motion = times(new Random(seed));
      List<Integer> sound = times(new Random(seed + 100));
      Video video = record("scene-%d.mp4".formatted(seed), motion, sound);
      EventProposals.Proposed found =
          proposals.of(video.id(), new FrameRange(0, video.frameCount()));
      TreeSet<Integer> truth = new TreeSet<>();
      motion.forEach(t -> truth.add(t * 5 / 2));
      sound.stream()
          .map(t -> t * 5 / 2)
          .filter(t -> truth.subSet(t - 4, true, t + 4, true).isEmpty())
          .toList()
          .forEach(truth::add);
      score.add(truth, found.boundaries().stream().map(EventProposals.Boundary::frame).toList(), 5);
      assertThat(found.events()).isNotEmpty().anyMatch(EventProposals.Event::motion);
    }
    assertThat(score.f1()).as("%s", score).isGreaterThan(0.9);
  }

  @Test
  void aRecordingWithoutSoundHasMotionOnly() throws IOException {
    Path file = clips.make("mute.mp4", "testsrc2=s=160x120:r=25:d=2", "-c:v", "mpeg4");
    Video video = test.ingest(file, project, admin);
    assertThat(videos.energy(video.id()).orElseThrow().audio()).isNull();
    assertThat(videos.energy(video.id()).orElseThrow().motion()).hasSize(50);
    assertThat(proposals.of(video.id(), new FrameRange(0, 50)).boundaries())
        .noneMatch(EventProposals.Boundary::audio);
  }
}
