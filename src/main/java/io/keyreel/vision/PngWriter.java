package io.keyreel.vision;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes 8-bit indexed PNG files with the palette that DAVIS and Pascal VOC share. The same pixels
 * give the same bytes on every JDK, so that an export can be repeated to the byte.
 */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] PALETTE = palette();

  private PngWriter() {}

  /**
   * @param pixels one palette index a pixel, row-major
   */
  static byte[] encode(int width, int height, byte[] pixels) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + pixels.length / 16);
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 3).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(out, "IHDR", header.array());
    chunk(out, "PLTE", PALETTE);
    chunk(out, "IDAT", deflate(filtered(width, height, pixels)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Every row begins with its filter: none, as fits flat areas of few values. */
  private static byte[] filtered(int width, int height, byte[] pixels) {
    byte[] rows = new byte[(width + 1) * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, y * width, rows, y * (width + 1) + 1, width);
    }
    return rows;
  }

  private static byte[] deflate(byte[] data) {
    try (Deflater deflater = new Deflater(6)) {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** The bits of the index, dealt in turn to red, green and blue from the highest down. */
  private static byte[] palette() {
    byte[] palette = new byte[3 * 256];
    for (int index = 0; index < 256; index++) {
      int rest = index;
      for (int bit = 7; rest != 0; bit--, rest >>= 3) {
        palette[3 * index] |= (byte) ((rest & 1) << bit);
        palette[3 * index + 1] |= (byte) ((rest >> 1 & 1) << bit);
        palette[3 * index + 2] |= (byte) ((rest >> 2 & 1) << bit);
      }
    }
    return palette;
  }
}
