package io.keyreel.assist.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The net that corrects a mask: maps of bytes in, a correction of the logit and an IoU out. One
 * core a call; calls may come from several threads.
 */
public final class RefineNet implements AutoCloseable {
  private static final String MAPS = "maps";
  private static final String CORRECTION = "correction";
  private static final String IOU = "iou";

  private final OrtSession session;

  /**
   * @param correction to add to the logit, row-major
   * @param iou expected of the corrected mask
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(float[] correction, float iou) {}

  public RefineNet(byte[] file) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = OrtEnvironment.getEnvironment().createSession(file, options);
    } catch (OrtException e) {
      throw new IllegalArgumentException("the refinement net cannot be loaded", e);
    }
  }

  /**
   * @param maps {@code planes} maps of {@code side}² bytes
   */
  public Answer run(byte[] maps, int planes, int side) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(maps.length).put(maps).rewind();
    long[] shape = {1, planes, side, side};
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), bytes, shape, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of(MAPS, input))) {
      float[] correction = floats(result, CORRECTION);
      return new Answer(correction, floats(result, IOU)[0]);
    } catch (OrtException e) {
      throw new IllegalStateException("the refinement net failed", e);
    }
  }

  private static float[] floats(OrtSession.Result result, String name) {
    OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
