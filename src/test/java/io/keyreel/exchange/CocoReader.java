package io.keyreel.exchange;

import io.keyreel.geometry.Mask;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Decodes run lengths as `maskApi.c` describes them, apart from the code that wrote them. */
public final class CocoReader {
  private CocoReader() {}

  public static Mask mask(JsonNode segmentation) {
    int height = segmentation.get("size").get(0).asInt();
    int width = segmentation.get("size").get(1).asInt();
    boolean[] columnMajor = new boolean[width * height];
    int at = 0;
    boolean set = false;
    for (long count : counts(segmentation.get("counts").asString())) {
      for (long i = 0; i < count; i++) {
        columnMajor[at++] = set;
      }
      set = !set;
    }
    if (at != columnMajor.length) {
      throw new AssertionError("runs cover " + at + " of " + columnMajor.length);
    }
    return Mask.of(width, height, (x, y) -> columnMajor[x * height + y]);
  }

  private static List<Long> counts(String text) {
    List<Long> counts = new ArrayList<>();
    int p = 0;
    while (p < text.length()) {
      long x = 0;
      int k = 0;
      boolean more = true;
      while (more) {
        int c = text.charAt(p++) - 48;
        x |= (long) (c & 0x1f) << (5 * k);
        more = (c & 0x20) != 0;
        k++;
        if (!more && (c & 0x10) != 0) {
          x |= -1L << (5 * k);
        }
      }
      counts.add(counts.size() > 2 ? x + counts.get(counts.size() - 2) : x);
    }
    return counts;
  }
}
