package io.keyreel.media;

import io.keyreel.kernel.Progress;
import io.keyreel.media.decode.DecodedFrame;
import io.keyreel.media.decode.FrameSink;
import io.keyreel.media.decode.MediaInfo;
import io.keyreel.vision.ShotDetector;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Takes the frames of a decode to their packs, the shots and the storyboard. Work goes on beside
 * the decoding, a few frames behind it.
 */
final class IngestSink implements FrameSink, AutoCloseable {
  private static final int FRAMES_BEHIND = 8;

  private final UUID video;
  private final MediaInfo info;
  private final PatientStore store;
  private final Executor workers;
  private final Progress progress;
  private final Semaphore behind = new Semaphore(FRAMES_BEHIND);

  private PackWriter packs;
  private ShotDetector detector;
  private StoryboardMaker board;
  private MotionMeter motion = new MotionMeter();
  private FrameWorkshop workshop;
  private CompletableFuture<Void> watched = CompletableFuture.completedFuture(null);

  IngestSink(UUID video, MediaInfo info, PatientStore store, Executor workers, Progress progress) {
    this.video = video;
    this.info = info;
    this.store = store;
    this.workers = workers;
    this.progress = progress;
    this.packs = new PackWriter(video, store);
    this.detector = new ShotDetector();
    this.board = new StoryboardMaker(info.width(), info.height());
    this.workshop = new FrameWorkshop(info);
  }

  @Override
  public void begin() {
    close();
    packs = new PackWriter(video, store);
    detector = new ShotDetector();
    board = new StoryboardMaker(info.width(), info.height());
    motion = new MotionMeter();
    workshop = new FrameWorkshop(info);
  }

  @Override
  public void accept(DecodedFrame frame) {
    behind.acquireUninterruptibly();
    CompletableFuture<CodedFrame> coded =
        CompletableFuture.supplyAsync(() -> workshop.code(frame, board::wants), workers);
    watched = watched.thenAcceptBothAsync(coded, (before, made) -> watch(made), workers);
    var unused = watched.whenComplete((done, e) -> behind.release());
    packs.add(coded);
    if (watched.isCompletedExceptionally()) {
      watched.join();
    }
    report(frame.number() + 1);
  }

  private void watch(CodedFrame frame) {
    detector.accept(frame.gray());
    motion.accept(frame.gray());
    if (frame.tile() != null) {
      board.accept(frame.number(), frame.tile());
    }
  }

  private void report(int done) {
    long expected = info.headerFrames();
    progress.report(
        expected > 0 ? Math.min(1, (double) done / expected) : 0,
        expected >= done
            ? "Decoding frame %,d of %,d".formatted(done, expected)
            : "Decoding frame %,d".formatted(done));
  }

  /** Waits for what is still under way; answers the packs, all of them stored. */
  List<PackRow> packs() {
    try {
      watched.join();
      return packs.finish();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  List<Shot> shots(int frames) {
    return detector.finish(frames).stream()
        .map(shot -> new Shot(shot.frames(), shot.startsWith()))
        .toList();
  }

  /** By frame; to be asked for once all packs are there. */
  byte[] motion() {
    return motion.levels();
  }

  byte[] storyboard(int frames) {
    return board.jpeg(Storyboard.of(info.width(), info.height(), frames));
  }

  static RuntimeException unwrapped(CompletionException e) {
    return e.getCause() instanceof RuntimeException cause ? cause : e;
  }

  @Override
  public void close() {
    watched.exceptionally(e -> null).join();
    watched = CompletableFuture.completedFuture(null);
    packs.abandon();
    detector.close();
    workshop.close();
  }
}
