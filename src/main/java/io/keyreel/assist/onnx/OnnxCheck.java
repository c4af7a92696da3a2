package io.keyreel.assist.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.keyreel.assist.models.ModelCard.Network;
import io.keyreel.assist.models.ModelCard.Tensor;
import io.keyreel.assist.models.NetworkCheck;
import io.keyreel.kernel.UserError;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a network's tensors with its card and runs it once on a ramp from 0 to 1. */
public final class OnnxCheck implements NetworkCheck {
  private static final Map<String, OnnxJavaType> TYPES =
      Map.of(
          "float32", OnnxJavaType.FLOAT,
          "float16", OnnxJavaType.FLOAT16,
          "float64", OnnxJavaType.DOUBLE,
          "uint8", OnnxJavaType.UINT8,
          "int8", OnnxJavaType.INT8,
          "int32", OnnxJavaType.INT32,
          "int64", OnnxJavaType.INT64,
          "bool", OnnxJavaType.BOOL);

  @Override
  public void check(String what, byte[] file, Network network) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      try (OrtSession session = environment.createSession(file, options)) {
        compare(what + ", input", network.inputs(), session.getInputInfo());
        compare(what + ", output", network.outputs(), session.getOutputInfo());
        run(what, environment, session, network);
      }
    } catch (OrtException e) {
      throw new UserError.Invalid(
          "%s cannot be run: %s.".formatted(what, firstLine(e.getMessage())), e);
    }
  }

  private static void compare(
      String what, Map<String, Tensor> promised, Map<String, NodeInfo> there) throws OrtException {
    for (String name : there.keySet()) {
      if (!promised.containsKey(name)) {
        throw new UserError.Invalid("%s: the card does not describe %s.".formatted(what, name));
      }
    }
    for (Map.Entry<String, Tensor> entry : promised.entrySet()) {
      NodeInfo node = there.get(entry.getKey());
      Tensor tensor = entry.getValue();
      if (node == null || !(node.getInfo() instanceof TensorInfo info)) {
        throw new UserError.Invalid(
            "%s: there is no tensor %s, only %s.".formatted(what, entry.getKey(), there.keySet()));
      }
      if (info.type != TYPES.get(tensor.type()) || !fits(tensor.shape(), info.getShape())) {
        throw new UserError.Invalid(
            "%s %s: the card says %s %s, the file %s %s."
                .formatted(
                    what,
                    entry.getKey(),
                    tensor.type(),
                    tensor.shape(),
                    info.type,
                    Arrays.toString(info.getShape())));
      }
    }
  }

  private static boolean fits(List<String> promised, long[] there) {
    if (promised.size() != there.length) {
      return false;
    }
    for (int i = 0; i < there.length; i++) {
      if (there[i] >= 0 && !promised.get(i).equals(Long.toString(there[i]))) {
        return false;
      }
    }
    return true;
  }

  private static void run(
      String what, OrtEnvironment environment, OrtSession session, Network network)
      throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (Map.Entry<String, Tensor> entry : network.inputs().entrySet()) {
        inputs.put(entry.getKey(), ramp(environment, entry.getValue(), network.selfTest()));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        for (Map.Entry<String, Tensor> entry : network.outputs().entrySet()) {
          Optional<OnnxValue> output = result.get(entry.getKey());
          check(what, entry.getKey(), entry.getValue(), output.orElse(null), network);
        }
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static void check(
      String what, String name, Tensor promised, @Nullable OnnxValue value, Network network) {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new UserError.Invalid("%s gives no %s when it is tried.".formatted(what, name));
    }
    long[] shape = tensor.getInfo().getShape();
    boolean right = shape.length == promised.shape().size();
    for (int i = 0; right && i < shape.length; i++) {
      Long size = size(promised.shape().get(i), network.selfTest());
      right = size == null || size == shape[i];
    }
    if (!right) {
      throw new UserError.Invalid(
          "%s gives %s in another shape than its card says when it is tried."
              .formatted(what, name));
    }
    if (tensor.getInfo().type == OnnxJavaType.FLOAT && !finite(tensor)) {
      throw new UserError.Invalid(
          "%s gives numbers in %s that are none when it is tried.".formatted(what, name));
    }
  }

  private static boolean finite(OnnxTensor tensor) {
    FloatBuffer numbers = tensor.getFloatBuffer();
    while (numbers.hasRemaining()) {
      if (!Float.isFinite(numbers.get())) {
        return false;
      }
    }
    return true;
  }

  private static OnnxTensor ramp(
      OrtEnvironment environment, Tensor tensor, Map<String, Integer> sizes) throws OrtException {
    long[] shape =
        tensor.shape().stream()
            .mapToLong(size -> Objects.requireNonNull(size(size, sizes)))
            .toArray();
    int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    OnnxJavaType type = Objects.requireNonNull(TYPES.get(tensor.type()));
    ByteBuffer bytes = ByteBuffer.allocateDirect(count * type.size).order(ByteOrder.nativeOrder());
    if (type == OnnxJavaType.FLOAT) {
      for (int i = 0; i < count; i++) {
        bytes.putFloat((float) i / count);
      }
      bytes.rewind();
    }
    return OnnxTensor.createTensor(environment, bytes, shape, type);
  }

  private static @Nullable Long size(String dimension, Map<String, Integer> sizes) {
    if (Character.isDigit(dimension.charAt(0))) {
      return Long.valueOf(dimension);
    }
    Integer size = sizes.get(dimension);
    return size == null ? null : Long.valueOf(size);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }
}
