package io.keyreel.media.decode;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What FFmpeg's log says about the recording. */
final class DecodeLog implements Predicate<String> {
  private static final Pattern RECONFIGURED =
      Pattern.compile("Reconfiguring filter graph because .* (\\d+)x(\\d+)");
  private static final List<String> BROKEN =
      List.of(
          "Error submitting packet to decoder", "Error during demuxing", "Error processing packet");

  private final int width;
  private final int height;
  private final boolean losesPackets;
  private volatile boolean broken;
  private volatile boolean blemished;
  private volatile boolean outOfMemory;
  private volatile boolean disordered;
  private volatile String newSize = "";

  /**
   * Of a recording whose pictures are coded in this size.
   *
   * @param losesPackets the format is made for transmission, where a lost packet is not the end
   */
  DecodeLog(int width, int height, boolean losesPackets) {
    this.losesPackets = losesPackets;
    this.width = width;
    this.height = height;
  }

  /** Takes in a line; true when nothing good can come any more. */
  @Override
  public boolean test(String line) {
    note(line);
    return outOfMemory || disordered || !newSize.isEmpty();
  }

  private void note(String line) {
    if (BROKEN.stream().anyMatch(line::contains)) {
      broken = true;
    } else if (line.contains("corrupt input packet")) {
      blemished |= losesPackets;
      broken |= !losesPackets;
    } else if (line.startsWith("[out#") && line.contains("Error muxing")) {
      disordered = true;
    } else if (line.contains("Cannot allocate memory")) {
      outOfMemory = true;
    } else {
      noteSize(RECONFIGURED.matcher(line));
    }
  }

  private void noteSize(Matcher matcher) {
    if (matcher.find()) {
      String size = matcher.group(1) + "×" + matcher.group(2);
      if (!size.equals(width + "×" + height)) {
        newSize = size;
      }
    }
  }

  /** The stream cannot be followed past some point. */
  boolean broken() {
    return broken;
  }

  /** Bytes are missing or wrong, yet the decoder goes on. */
  boolean blemished() {
    return blemished;
  }

  boolean outOfMemory() {
    return outOfMemory;
  }

  /**
   * One of the outputs has given up, over time stamps that run backwards. The others would wait for
   * it for ever.
   */
  boolean disordered() {
    return disordered;
  }

  /** The size that the picture changed to, or empty. */
  String newSize() {
    return newSize;
  }
}
