package io.keyreel.media;

/** How large a frame pack is, in bytes, in each tier. */
public record PackInfo(int first, int count, long fullSize, long previewSize) {
  public long size(Tier tier) {
    return tier == Tier.FULL ? fullSize : previewSize;
  }
}
