package io.keyreel.media.decode;

import io.keyreel.media.TimeBase;

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
    int frameBytes) {
  boolean turned() {
    return rotation % 180 != 0;
  }

  boolean losesPackets() {
    return container.startsWith("mpeg");
  }
}
