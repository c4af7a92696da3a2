package io.keyreel.assist.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a pack of one small network. */
public final class PackFolder {
  private PackFolder() {}

  /** A sound pack named like its folder. */
  public static Path write(Path folder) throws IOException {
    return write(folder, "Relu", "[n, 2]");
  }

  static Path write(Path folder, String operation, String outputShape) throws IOException {
    Files.createDirectories(folder);
    byte[] network = OnnxFile.of(operation);
    Files.write(folder.resolve("net.onnx"), network);
    Files.writeString(
        folder.resolve(ModelCard.FILE_NAME),
        card(folder.getFileName().toString(), ModelPack.sha256(network), outputShape));
    return folder;
  }

  static String card(String name, String sha256, String outputShape) {
    return """
    name: %s
    version: "1"
    title: A small network
    kind: refinement
    licence: CC0-1.0
    data:
      - {name: nothing, licence: CC0-1.0}
    files:
      net: {path: net.onnx, sha256: "%s"}
    networks:
      net:
        inputs:
          x: {type: float32, shape: [n, 2]}
        outputs:
          y: {type: float32, shape: %s}
        selfTest: {n: 3}
    """
        .formatted(name, sha256, outputShape);
  }
}
