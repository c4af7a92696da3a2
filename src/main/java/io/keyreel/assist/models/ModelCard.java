package io.keyreel.assist.models;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model pack says of itself in its {@code model.yaml}.
 *
 * @param name of the pack and of the engine it gives; its folder is named so too
 * @param version as its makers count
 * @param title for people
 * @param kind what can be made of it
 * @param licence SPDX identifier of the files' licence
 * @param data what it was fitted or trained on
 * @param recipe how to make it again
 * @param files by the part they play
 * @param networks the tensors of those files that are ONNX networks, by the same names
 * @param preprocessing what is done to pictures before; free words and numbers
 * @param metrics figures that were measured
 */
public record ModelCard(
    String name,
    String version,
    String title,
    Kind kind,
    String licence,
    List<Data> data,
    @Nullable String recipe,
    Map<String, PackFile> files,
    Map<String, Network> networks,
    Map<String, Object> preprocessing,
    List<Metric> metrics) {
  public static final String FILE_NAME = "model.yaml";

  /** What can be made of a pack. */
  public enum Kind {
    /** The built-in engine's own figures. */
    FLOW,
    /** A network that mends what optical flow found. */
    REFINEMENT,
    /** A network that carries masks by a memory of features. */
    MEMORY
  }

  /**
   * Something it learnt from.
   *
   * @param madeBy the command that makes the data, where it is generated
   */
  public record Data(String name, String licence, @Nullable String madeBy) {}

  /**
   * @param path inside the pack
   * @param sha256 in lower-case hexadecimal digits
   */
  public record PackFile(String path, String sha256) {}

  /**
   * The tensors of an ONNX file.
   *
   * @param selfTest the sizes that named dimensions take when the network is tried
   */
  public record Network(
      Map<String, Tensor> inputs, Map<String, Tensor> outputs, Map<String, Integer> selfTest) {}

  /**
   * @param type such as {@code float32}, {@code uint8} or {@code int64}
   * @param shape a number where the size is fixed, a name where it is free
   */
  public record Tensor(String type, List<String> shape) {}

  /**
   * @param data that it was measured on
   * @param protocol how, where the name does not say
   */
  public record Metric(String name, double value, String data, @Nullable String protocol) {}

  /**
   * Reads a card.
   *
   * @param where the file's name, for messages
   * @throws io.keyreel.kernel.UserError.Invalid with the first thing that is wrong
   */
  public static ModelCard parse(String yaml, String where) {
    return new CardReader(where).read(yaml);
  }
}
