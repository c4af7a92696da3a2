package io.keyreel.media.decode;

import io.keyreel.media.TimeBase;
import io.keyreel.vision.ColourMatrix;
import io.keyreel.vision.Planes;
import org.jspecify.annotations.Nullable;

/**
 * What a recording says of itself, and what its first frame shows.
 *
 * @param container FFmpeg's name of the file format
 * @param pixelFormat FFmpeg's name of the decoded format
 * @param width of the frames as people see them, after rotation
 * @param height after rotation
 * @param rotation degrees the decoded picture is turned by, already applied
 * @param durationMicros by the header; a hint
 * @param headerFrames by the header, or −1; a hint for progress only
 * @param frameBytes of one frame in its native format
 * @param planes how the colours are to be read where frames are 8-bit 4:2:0 in the narrow range,
 *     else null
 */
public record MediaInfo(
    String container,
    String codec,
    String pixelFormat,
    int width,
    int height,
    int rotation,
    TimeBase timeBase,
    long durationMicros,
    boolean hasAudio,
    long headerFrames,
    int frameBytes,
    @Nullable ColourMatrix planes) {
  public MediaInfo {
    boolean whole = width % 2 + height % 2 == 0 && frameBytes == Planes.bytes(width, height);
    planes = whole ? planes : null;
  }

  /** Whether colour is coded as finely as light. */
  public boolean fullColour() {
    return !pixelFormat.startsWith("yuv420") && !pixelFormat.startsWith("yuvj420");
  }

  boolean turned() {
    return rotation % 180 != 0;
  }

  boolean losesPackets() {
    return container.startsWith("mpeg");
  }
}
