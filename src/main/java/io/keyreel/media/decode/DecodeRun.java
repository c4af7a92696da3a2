package io.keyreel.media.decode;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One pass of FFmpeg over a file: streams of the same frames, brought together again. */
final class DecodeRun {
  /** What is to be decoded, and for whom. */
  record Task(MediaInfo info, DecodeLimits limits, FrameSink sink, Cancellation cancellation) {}

  /**
   * @param complete the file ended where it should
   * @param broken it could not be followed to its end
   * @param disordered its time stamps run backwards, and decoding stopped there
   */
  record Outcome(int frames, boolean complete, boolean broken, boolean disordered) {}

  private final Sandbox sandbox;
  private final List<String> command;
  private final Task task;

  DecodeRun(Sandbox sandbox, List<String> command, Task task) {
    this.sandbox = sandbox;
    this.command = command;
    this.task = task;
  }

  Outcome over(Path file) throws IOException, InterruptedException {
    MediaInfo info = task.info();
    DecodeLimits limits = task.limits();
    DecodeLog log = log(info);
    try (Pipes pipes = Pipes.make(info.planes() == null ? 2 : 1);
        Child child =
            Child.start(
                sandbox.builder(
                    command,
                    pipes.paths(),
                    limits.memoryBytes(),
                    limits.wall().multipliedBy(limits.threads())),
                file,
                limits,
                log)) {
      Thread.ofPlatform()
          .daemon()
          .name("keyreel-ffmpeg-end")
          .start(() -> {
            child.awaitEnd();
            pipes.releaseUntilClosed();
          });
      int frames = collect(pipes, child, log);
      return judge(frames, child, log);
    }
  }

  private static DecodeLog log(MediaInfo info) {
    return info.turned()
        ? new DecodeLog(info.height(), info.width(), info.losesPackets())
        : new DecodeLog(info.width(), info.height(), info.losesPackets());
  }

  private int collect(Pipes pipes, Child child, DecodeLog log)
      throws IOException, InterruptedException {
    try (FrameTimeLines times = FrameTimeLines.of(pipes.path(0));
        PictureStream pictures = pictures(pipes, child)) {
      task.sink().begin();
      int frames = 0;
      while (true) {
        check(child, log);
        child.waiting();
        boolean more = more(pictures, child);
        FrameTimeLines.@Nullable Line time = times.next();
        child.gave();
        if (!more || time == null) {
          return frames;
        }
        task.sink().accept(pictures.frame(frames, time));
        frames++;
      }
    }
  }

  /** The pipe of a killed child closes in the middle of a read. */
  private static boolean more(PictureStream pictures, Child child)
      throws IOException, InterruptedException {
    try {
      return pictures.read();
    } catch (IOException e) {
      if (child.killedBecause() != null) {
        return false;
      }
      throw e;
    }
  }

  private PictureStream pictures(Pipes pipes, Child child) throws IOException {
    MediaInfo info = task.info();
    return info.planes() == null
        ? ConvertedStream.of(child.output(), pipes.path(1), info)
        : new PlaneStream(child.output(), info.width(), info.height(), info.planes());
  }

  private void check(Child child, DecodeLog log) {
    if (Thread.currentThread().isInterrupted() || task.cancellation().requested()) {
      child.kill("it was cancelled");
      throw new CancellationException("cancelled");
    }
    if (log.outOfMemory()) {
      child.kill("its memory ran out");
      throw outOfMemory();
    }
    if (!log.newSize().isEmpty()) {
      child.kill("the picture's size changed");
      throw new UserError.Invalid(
          "The picture changes its size in mid-stream, from %d×%d to %s; split the recording there and upload the parts."
              .formatted(task.info().width(), task.info().height(), log.newSize()));
    }
  }

  private UserError.Invalid outOfMemory() {
    return new UserError.Invalid(
        "Decoding the recording (%d×%d) needs more than %d MB of memory; scale it down."
            .formatted(
                task.info().width(), task.info().height(), task.limits().memoryBytes() >> 20));
  }

  private Outcome judge(int frames, Child child, DecodeLog log) throws InterruptedException {
    int status = child.await();
    check(child, log);
    if (log.disordered()) {
      return new Outcome(frames, false, false, true);
    }
    @Nullable String killed = child.killedBecause();
    if (killed != null) {
      throw new UserError.Invalid(
          "Decoding was stopped after frame %d because %s; convert the recording to MP4 and upload that."
              .formatted(frames, killed));
    }
    if (status >= 128 && status < 160) {
      throw new UserError.Invalid(
          "The recording makes the decoder crash after frame %d; convert it to MP4 and upload that."
              .formatted(frames));
    }
    boolean complete = status == 0 && !log.broken() && !log.blemished();
    return new Outcome(frames, complete, log.broken(), false);
  }
}
