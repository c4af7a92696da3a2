package io.keyreel.media.decode;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Decodes recordings, each once and from front to back. May be used by several threads. */
public final class Decoder {
  private final FfmpegPrograms programs;
  private final Sandbox sandbox;
  private final DecodeLimits limits;

  /**
   * @param cache a folder for the unpacked programs
   */
  public Decoder(Path cache, DecodeLimits limits) {
    this.programs = FfmpegPrograms.unpackInto(cache);
    this.sandbox = Sandbox.around(programs);
    this.limits = limits;
  }

  /**
   * @throws UserError.Invalid with the reason, when the file is no recording that can be used
   */
  public MediaInfo probe(Path file) throws IOException {
    try {
      return new Prober(programs, sandbox, limits).probe(file, container(file));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * Decodes all frames. Of a damaged recording, those before the damage are kept; where the decoder
   * can conceal the damage, all are.
   *
   * @throws UserError.Invalid with the reason, when nothing can be kept
   */
  public DecodeResult decode(Path file, MediaInfo info, FrameSink sink, Cancellation cancellation)
      throws IOException {
    Container container = container(file);
    try {
      DecodeRun strict = run(container, info, sink, cancellation, true);
      DecodeRun.Outcome outcome = strict.over(file);
      if (outcome.complete()) {
        return new DecodeResult(outcome.frames(), null);
      }
      if (outcome.broken()) {
        return prefix(outcome.frames(), info);
      }
      DecodeRun.Outcome all = run(container, info, sink, cancellation, false).over(file);
      return concealed(all);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** How loud the first sound track is; nothing where none can be heard. */
  public SoundLevels listen(Path file, Cancellation cancellation) throws IOException {
    Container container = container(file);
    try {
      return new SoundMeter(sandbox, limits)
          .listen(FfmpegArguments.sound(programs.ffmpeg(), container, limits), file, cancellation);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private DecodeRun run(
      Container container,
      MediaInfo info,
      FrameSink sink,
      Cancellation cancellation,
      boolean strict) {
    return new DecodeRun(
        sandbox,
        info.planes() == null
            ? FfmpegArguments.pictures(programs.ffmpeg(), container, limits, strict)
            : FfmpegArguments.planes(programs.ffmpeg(), container, limits, strict),
        new DecodeRun.Task(info, limits, sink, cancellation));
  }

  private static DecodeResult prefix(int frames, MediaInfo info) {
    if (frames == 0) {
      throw new UserError.Invalid(
          "The recording is damaged from its first frame on; nothing of it can be used.");
    }
    String expected = info.headerFrames() > frames ? " of " + info.headerFrames() : "";
    return new DecodeResult(
        frames,
        "The recording is damaged after frame %d; the %d%s frames before the damage were kept."
            .formatted(frames - 1, frames, expected));
  }

  private static DecodeResult concealed(DecodeRun.Outcome all) {
    if (all.disordered()) {
      throw new UserError.Invalid(
          "The recording's time stamps cannot be followed; convert it to MP4 and upload that.");
    }
    if (all.frames() == 0) {
      throw new UserError.Invalid(
          "Not one frame of the recording can be decoded; upload it again or convert it to MP4.");
    }
    return new DecodeResult(
        all.frames(),
        "Parts of the recording are damaged or out of order; the pictures there may be wrong.");
  }

  private static Container container(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Container.of(in.readNBytes(Container.HEAD_BYTES));
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted");
  }
}
