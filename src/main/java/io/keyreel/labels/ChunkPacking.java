package io.keyreel.labels;

import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a chunk in few bytes: run lengths as text, one frame after the other, deflated.
 * Neighbouring frames resemble each other, so that this is a fraction of the JSON.
 */
final class ChunkPacking {
  private static final int NONE = 0;
  private static final int MASK = 1;
  private static final int BOX = 2;

  private ChunkPacking() {}

  static byte[] pack(List<@Nullable Shape> shapes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 8192))) {
      out.writeInt(shapes.size());
      for (Shape shape : shapes) {
        write(shape, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  static List<@Nullable Shape> unpack(byte[] packed) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
      int count = in.readInt();
      List<@Nullable Shape> shapes = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        shapes.add(read(in));
      }
      return shapes;
    } catch (IOException e) {
      throw new UncheckedIOException("a chunk of proposals is broken", e);
    }
  }

  private static void write(@Nullable Shape shape, DataOutputStream out) throws IOException {
    switch (shape) {
      case null -> out.writeByte(NONE);
      case MaskShape mask -> {
        out.writeByte(MASK);
        out.writeInt(mask.x());
        out.writeInt(mask.y());
        out.writeInt(mask.width());
        out.writeInt(mask.height());
        byte[] counts = mask.counts().getBytes(StandardCharsets.US_ASCII);
        out.writeInt(counts.length);
        out.write(counts);
      }
      case BoxShape box -> {
        out.writeByte(BOX);
        out.writeDouble(box.x());
        out.writeDouble(box.y());
        out.writeDouble(box.width());
        out.writeDouble(box.height());
        out.writeDouble(box.angle());
      }
      default ->
          throw new IllegalArgumentException(
              "machines propose masks and boxes, not " + Slot.of(shape));
    }
  }

  private static @Nullable Shape read(DataInputStream in) throws IOException {
    int type = in.readByte();
    return switch (type) {
      case NONE -> null;
      case MASK -> {
        int x = in.readInt();
        int y = in.readInt();
        int width = in.readInt();
        int height = in.readInt();
        byte[] counts = in.readNBytes(in.readInt());
        yield new MaskShape(x, y, width, height, new String(counts, StandardCharsets.US_ASCII));
      }
      case BOX ->
          new BoxShape(
              in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
      default -> throw new IOException("unknown shape " + type);
    };
  }
}
