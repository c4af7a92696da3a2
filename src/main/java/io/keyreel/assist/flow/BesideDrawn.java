package io.keyreel.assist.flow;

import io.keyreel.assist.ChunkSink;
import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagatedChunk;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import java.util.ArrayList;
import java.util.List;

/** Leaves to other tracks what a person drew of them, to the pixel. */
record BesideDrawn(PropagationRequest request, ChunkSink sink) implements ChunkSink {
  @Override
  public void accept(PropagatedChunk chunk) {
    List<FrameResult> results = new ArrayList<>();
    for (int i = 0; i < chunk.results().size(); i++) {
      results.add(beside(chunk, chunk.frames().from() + i, chunk.results().get(i)));
    }
    sink.accept(new PropagatedChunk(chunk.track(), chunk.frames(), results));
  }

  private FrameResult beside(PropagatedChunk chunk, int frame, FrameResult result) {
    Mask mask = result.mask();
    for (TrackKeyframes other : request.tracks()) {
      Mask drawn = other.masks().get(frame);
      if (drawn != null && !other.track().equals(chunk.track())) {
        mask = mask.andNot(drawn);
      }
    }
    return new FrameResult(mask, result.confidence(), result.visibility());
  }
}
