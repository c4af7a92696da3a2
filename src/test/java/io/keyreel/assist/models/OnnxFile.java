package io.keyreel.assist.models;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the smallest ONNX networks: one operation between tensor x and tensor y. */
final class OnnxFile {
  private OnnxFile() {}

  /** A network of floats of the shape [n, 2], of which n is free. */
  static byte[] of(String operation) {
    Message node = new Message().text(1, "x").text(2, "y").text(4, operation);
    Message graph =
        new Message()
            .message(1, node)
            .text(2, "g")
            .message(11, tensor("x"))
            .message(12, tensor("y"));
    return new Message()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .bytes();
  }

  private static Message tensor(String name) {
    Message shape =
        new Message().message(1, new Message().text(2, "n")).message(1, new Message().number(1, 2));
    Message type = new Message().message(1, new Message().number(1, 1).message(2, shape));
    return new Message().text(1, name).message(2, type);
  }

  /** Protocol buffers, as far as needed here. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, int value) {
      out.write(field << 3);
      out.write(value);
      return this;
    }

    Message text(int field, String value) {
      return content(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return content(field, value.bytes());
    }

    private Message content(int field, byte[] content) {
      out.write(field << 3 | 2);
      out.write(content.length);
      out.writeBytes(content);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
