package io.keyreel.media;

import io.keyreel.media.decode.DecodedFrame;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Makes frame packs of frames that come one after the other, and stores each when it is full. */
final class PackWriter {
  private static final String TYPE = "application/vnd.keyreel.frames";
  private static final Executor STORING = Executors.newVirtualThreadPerTaskExecutor();

  private record Coded(
      long pts,
      long duration,
      byte[] hash,
      CompletableFuture<byte[]> full,
      CompletableFuture<byte[]> preview) {}

  private final UUID video;
  private final PatientStore store;
  private final Executor coders;
  private final List<CompletableFuture<PackRow>> packs = new ArrayList<>();
  private List<Coded> open = new ArrayList<>();

  PackWriter(UUID video, PatientStore store, Executor coders) {
    this.video = video;
    this.store = store;
    this.coders = coders;
  }

  /** Takes the next frame; the answer completes when its pictures are coded. */
  CompletableFuture<?> add(DecodedFrame frame) {
    Coded coded =
        new Coded(
            frame.pts(),
            frame.duration(),
            frame.sha256(),
            code(frame.full(), Tier.FULL),
            code(frame.preview(), Tier.PREVIEW));
    open.add(coded);
    if (open.size() == FramePack.SIZE) {
      storeOpen();
    }
    return CompletableFuture.allOf(coded.full(), coded.preview());
  }

  private CompletableFuture<byte[]> code(Image image, Tier tier) {
    return CompletableFuture.supplyAsync(
        () -> ImageCodec.jpeg(image, tier.quality(), tier.fullColour()), coders);
  }

  /** One pack is stored while the next one is coded, and no more: memory is bounded. */
  private void storeOpen() {
    if (!packs.isEmpty()) {
      packs.getLast().join();
    }
    int number = packs.size();
    List<Coded> frames = open;
    open = new ArrayList<>();
    packs.add(CompletableFuture.supplyAsync(() -> store(number, frames), STORING));
  }

  private PackRow store(int number, List<Coded> frames) {
    byte[] full = pack(frames, Coded::full);
    byte[] preview = pack(frames, Coded::preview);
    String fullKey = Keys.pack(video, Tier.FULL, number);
    String previewKey = Keys.pack(video, Tier.PREVIEW, number);
    store.put(fullKey, full, TYPE);
    store.put(previewKey, preview, TYPE);
    return new PackRow(
        number,
        number * FramePack.SIZE,
        fullKey,
        full.length,
        previewKey,
        preview.length,
        times(frames));
  }

  private static byte[] pack(
      List<Coded> frames, Function<Coded, CompletableFuture<byte[]>> pictures) {
    return FramePack.of(frames.stream().map(pictures).map(CompletableFuture::join).toList());
  }

  private static FrameTimes times(List<Coded> frames) {
    byte[] hashes = new byte[frames.size() * FrameTimes.HASH_BYTES];
    for (int i = 0; i < frames.size(); i++) {
      System.arraycopy(
          frames.get(i).hash(), 0, hashes, i * FrameTimes.HASH_BYTES, FrameTimes.HASH_BYTES);
    }
    return new FrameTimes(
        frames.stream().mapToLong(Coded::pts).toArray(),
        frames.stream().mapToLong(Coded::duration).toArray(),
        hashes);
  }

  /** Stores what is left and answers all packs, once they are stored. */
  List<PackRow> finish() {
    if (!open.isEmpty()) {
      storeOpen();
    }
    return packs.stream().map(CompletableFuture::join).toList();
  }

  /** Waits until nothing is written any more, whatever became of it. */
  void abandon() {
    packs.forEach(pack -> pack.exceptionally(e -> null).join());
  }
}
