package io.keyreel.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Writes a format into memory and reads zips back. */
public final class Zips {
  private Zips() {}

  static byte[] write(FormatWriter writer, ExportSource source, boolean images, Losses losses)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExportZip zip = new ExportZip(out)) {
      writer.write(source, zip, images, losses);
    }
    return out.toByteArray();
  }

  public static Map<String, byte[]> read(byte[] bytes) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entries.put(entry.getName(), zip.readAllBytes()) != null) {
          throw new IOException("entry " + entry.getName() + " is there twice");
        }
      }
    }
    return entries;
  }

  public static String text(Map<String, byte[]> entries, String name) {
    byte[] bytes = entries.get(name);
    if (bytes == null) {
      throw new AssertionError("no entry " + name + " among " + entries.keySet());
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
