package io.keyreel.media;

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

  private final UUID video;
  private final PatientStore store;
  private final List<CompletableFuture<PackRow>> packs = new ArrayList<>();
  private List<CompletableFuture<CodedFrame>> open = new ArrayList<>();

  PackWriter(UUID video, PatientStore store) {
    this.video = video;
    this.store = store;
  }

  /** Takes the next frame, which may still be in the making. */
  void add(CompletableFuture<CodedFrame> frame) {
    open.add(frame);
    if (open.size() == FramePack.SIZE) {
      storeOpen();
    }
  }

  /** One pack is stored while the next one is coded, and no more: memory is bounded. */
  private void storeOpen() {
    if (!packs.isEmpty()) {
      packs.getLast().join();
    }
    int number = packs.size();
    List<CompletableFuture<CodedFrame>> frames = open;
    open = new ArrayList<>();
    packs.add(
        CompletableFuture.supplyAsync(
            () -> store(number, frames.stream().map(CompletableFuture::join).toList()), STORING));
  }

  private PackRow store(int number, List<CodedFrame> frames) {
    String fullKey = Keys.pack(video, Tier.FULL, number);
    String previewKey = Keys.pack(video, Tier.PREVIEW, number);
    return new PackRow(
        number,
        number * FramePack.SIZE,
        fullKey,
        store(fullKey, frames, CodedFrame::full),
        previewKey,
        store(previewKey, frames, CodedFrame::preview),
        times(frames));
  }

  private int store(String key, List<CodedFrame> frames, Function<CodedFrame, byte[]> pictures) {
    byte[] pack = FramePack.of(frames.stream().map(pictures).toList());
    store.put(key, pack, TYPE);
    return pack.length;
  }

  private static FrameTimes times(List<CodedFrame> frames) {
    byte[] hashes = new byte[frames.size() * FrameTimes.HASH_BYTES];
    for (int i = 0; i < frames.size(); i++) {
      System.arraycopy(
          frames.get(i).hash(), 0, hashes, i * FrameTimes.HASH_BYTES, FrameTimes.HASH_BYTES);
    }
    return new FrameTimes(
        frames.stream().mapToLong(CodedFrame::pts).toArray(),
        frames.stream().mapToLong(CodedFrame::duration).toArray(),
        hashes);
  }

  /** Stores what is left and answers all packs, once they are stored. */
  List<PackRow> finish() {
    if (!open.isEmpty()) {
      storeOpen();
    }
    return packs.stream().map(CompletableFuture::join).toList();
  }

  /** Waits until nothing is made or written any more, whatever became of it. */
  void abandon() {
    open.forEach(frame -> frame.exceptionally(e -> null).join());
    packs.forEach(pack -> pack.exceptionally(e -> null).join());
  }
}
