package io.keyreel.media.decode;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a decode gave, without the pictures. */
final class RecordedFrames implements FrameSink {
  final List<DecodedFrame> frames = new ArrayList<>();

  @Override
  public void begin() {
    frames.clear();
  }

  @Override
  public void accept(DecodedFrame frame) {
    frames.add(frame);
  }

  List<String> hashes() {
    return frames.stream().map(f -> java.util.HexFormat.of().formatHex(f.sha256())).toList();
  }

  List<Long> pts() {
    return frames.stream().map(DecodedFrame::pts).toList();
  }
}
