package io.keyreel.media;

import io.keyreel.jobs.JobContext;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import io.keyreel.media.decode.DecodeResult;
import io.keyreel.media.decode.Decoder;
import io.keyreel.media.decode.MediaInfo;
import io.keyreel.media.decode.SoundLevels;
import io.keyreel.media.storage.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes frames of a recording. It writes to the object store only, always the same bytes under the
 * same keys, so it may be cut off anywhere and begun again.
 */
final class Ingest implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ObjectStore store;
  private final Supplier<Decoder> decoder;
  private final Path folder;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("keyreel-frames-", 0).daemon().factory());

  /**
   * @param folder for originals on their way
   */
  Ingest(ObjectStore store, Supplier<Decoder> decoder, Path folder) {
    this.store = store;
    this.decoder = decoder;
    this.folder = folder;
  }

  Ingested ingest(Video video, JobContext context) throws IOException {
    Cancellation cancellation = context.cancellation();
    context.progress().report(0, "Fetching the original");
    try (Originals original =
        Originals.fetch(store, video.id(), video.sizeBytes(), folder, cancellation)) {
      MediaInfo info = decoder.get().probe(original.file());
      PatientStore patient = new PatientStore(store, cancellation, PATIENCE);
      try (IngestSink sink =
          new IngestSink(video.id(), info, patient, workers, context.progress())) {
        DecodeResult result = decode(original.file(), info, sink, cancellation);
        List<PackRow> packs = sink.packs();
        patient.put(Keys.storyboard(video.id()), sink.storyboard(result.frames()), "image/jpeg");
        return new Ingested(
            info,
            original.sha256OfFile(),
            packs,
            sink.shots(result.frames()),
            new Energy(sink.motion(), audio(original.file(), info, packs, cancellation)),
            result.warning());
      }
    }
  }

  /** A recording whose sound cannot be heard is still a recording. */
  private byte @Nullable [] audio(
      Path file, MediaInfo info, List<PackRow> packs, Cancellation cancellation)
      throws IOException {
    if (!info.hasAudio()) {
      return null;
    }
    SoundLevels levels = decoder.get().listen(file, cancellation);
    if (levels.isEmpty()) {
      LOG.warn("The sound of {} could not be heard", file);
      return null;
    }
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    for (PackRow pack : packs) {
      FrameTimes times = pack.times();
      for (int i = 0; i < times.count(); i++) {
        long from = info.timeBase().micros(times.pts()[i]);
        long to = info.timeBase().micros(times.pts()[i] + Math.max(1, times.durations()[i]));
        audio.write(Energy.level(levels.level(from, to)));
      }
    }
    return audio.toByteArray();
  }

  private DecodeResult decode(Path file, MediaInfo info, IngestSink sink, Cancellation cancellation)
      throws IOException {
    try {
      return decoder.get().decode(file, info, sink, cancellation);
    } catch (CompletionException e) {
      throw IngestSink.unwrapped(e);
    }
  }

  /** Throws away what there is of a video; what the store will not let go now stays behind. */
  void discard(UUID video) {
    try {
      store.deleteAll(Keys.packs(video));
      store.delete(Keys.storyboard(video));
      store.delete(Keys.original(video));
    } catch (UserError away) {
      LOG.warn("Left over from video {}: {}", video, away.getMessage());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
