package io.keyreel.media;

import io.keyreel.embedded.DataFolder;
import io.keyreel.embedded.EmbeddedStore;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobContext;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.Progress;
import io.keyreel.media.decode.Clips;
import io.keyreel.media.decode.DecodeLimits;
import io.keyreel.media.decode.Decoder;
import io.keyreel.media.storage.ObjectStore;
import io.keyreel.media.storage.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How fast recordings are taken in, against FFmpeg that decodes them into nothing, run in turns on
 * the same machine: {@code IngestBench FOLDER ROUNDS FILE…}. Bind it to one core or to two.
 */
final class IngestBench {
  private final Path folder;
  private final ObjectStore store;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private IngestBench(Path folder, ObjectStore store) {
    this.folder = folder;
    this.store = store;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        EmbeddedStore server = EmbeddedStore.start(data);
        ObjectStore store = ObjectStore.connect(settings(server))) {
      store.requireBucket();
      for (int i = 2; i < args.length; i++) {
        new IngestBench(folder, store).measure(Path.of(args[i]), rounds);
      }
    }
  }

  private static StoreSettings settings(EmbeddedStore server) {
    return new StoreSettings(
        server.endpoint(),
        server.accessKey(),
        server.secretKey(),
        EmbeddedStore.BUCKET,
        EmbeddedStore.REGION);
  }

  private void measure(Path file, int rounds) throws IOException, InterruptedException {
    Decoder decoder = new Decoder(Clips.CACHE, DecodeLimits.standard());
    List<Cost> ours = new ArrayList<>();
    List<Cost> reference = new ArrayList<>();
    Ingested last = null;
    for (int round = 0; round < rounds; round++) {
      Cost before = Cost.now();
      last = ingest(file, decoder);
      ours.add(Cost.since(before));
      before = Cost.now();
      reference(file);
      reference.add(Cost.since(before));
    }
    if (last != null) {
      report(file, last, Cost.median(ours), Cost.median(reference));
    }
  }

  /** Seconds by the clock, and of processors: this process and the children it has seen end. */
  private record Cost(double wall, double processor) {
    private static final double TICKS = 100;

    static Cost now() throws IOException {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double ticks = 0;
      for (int i = 11; i <= 14; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return new Cost(System.nanoTime() / 1e9, ticks / TICKS);
    }

    static Cost since(Cost before) throws IOException {
      Cost now = now();
      return new Cost(now.wall - before.wall, now.processor - before.processor);
    }

    static Cost median(List<Cost> costs) {
      return new Cost(
          costs.stream().mapToDouble(Cost::wall).sorted().toArray()[costs.size() / 2],
          costs.stream().mapToDouble(Cost::processor).sorted().toArray()[costs.size() / 2]);
    }
  }

  private Ingested ingest(Path file, Decoder decoder) throws IOException {
    UUID id = Ids.next();
    try (InputStream in = Files.newInputStream(file)) {
      store.put(Keys.original(id), in, Files.size(file), "application/octet-stream");
    }
    try (Ingest ingest = new Ingest(store, () -> decoder, folder.resolve("work"))) {
      Ingested ingested = ingest.ingest(video(id, file), new Quiet());
      ingest.discard(id);
      return ingested;
    }
  }

  private static Video video(UUID id, Path file) throws IOException {
    return new Video(
        id,
        id,
        "bench",
        VideoState.INGESTING,
        0,
        0,
        0,
        new TimeBase(1, 1),
        0,
        Files.size(file),
        "",
        "",
        "",
        0,
        false,
        null,
        null,
        Instant.EPOCH);
  }

  private void reference(Path file) throws IOException, InterruptedException {
    Path programs = Clips.programs();
    ProcessBuilder builder =
        new ProcessBuilder(
            programs.resolve("ffmpeg").toString(),
            "-v",
            "error",
            "-nostdin",
            "-threads",
            Integer.toString(threads),
            "-i",
            file.toString(),
            "-map",
            "0:V:0",
            "-f",
            "null",
            "-");
    builder.environment().put("LD_LIBRARY_PATH", programs.toString());
    int status = builder.inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("FFmpeg ended with " + status);
    }
  }

  private static void report(Path file, Ingested ingested, Cost ours, Cost reference) {
    long full = ingested.packs().stream().mapToLong(PackRow::fullSize).sum();
    long preview = ingested.packs().stream().mapToLong(PackRow::previewSize).sum();
    int frames = ingested.frameCount();
    System.out.printf(
        "%s: %d frames, packs %.1f + %.1f MB%n",
        file.getFileName(), frames, full / 1e6, preview / 1e6);
    System.out.printf(
        "  ingest %.0f frames/s, %.2f ms CPU a frame; FFmpeg alone %.0f frames/s, %.2f ms; ratio %.3f by the clock, %.3f by CPU%n",
        frames / ours.wall(),
        ours.processor() * 1000 / frames,
        frames / reference.wall(),
        reference.processor() * 1000 / frames,
        reference.wall() / ours.wall(),
        reference.processor() / ours.processor());
  }

  private static final class Quiet implements JobContext {
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
      return Cancellation.NEVER;
    }
  }
}
