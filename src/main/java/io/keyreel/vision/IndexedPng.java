package io.keyreel.vision;

import io.keyreel.kernel.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Label images as PNG: indexed out, with the palette known from DAVIS; indexed or grey in. */
public final class IndexedPng {
  static {
    ImageIO.setUseCache(false);
  }

  private IndexedPng() {}

  public static byte[] write(LabelImage image) {
    return PngWriter.encode(image.width(), image.height(), image.labels());
  }

  public static LabelImage read(byte[] file) {
    BufferedImage picture = decode(file);
    boolean indexed = picture.getColorModel() instanceof IndexColorModel;
    Raster raster = picture.getRaster();
    if (!indexed && (raster.getNumBands() != 1 || raster.getSampleModel().getSampleSize(0) > 8)) {
      throw new UserError.Invalid(
          "A mask has %d channels of %d bits; give an indexed or grey 8-bit PNG with one object id a pixel."
              .formatted(raster.getNumBands(), raster.getSampleModel().getSampleSize(0)));
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] labels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        labels[y * width + x] = (byte) row[x];
      }
    }
    return new LabelImage(width, height, labels);
  }

  private static BufferedImage decode(byte[] file) {
    @Nullable BufferedImage picture;
    try {
      picture = ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException | RuntimeException e) {
      throw new UserError.Invalid("A mask cannot be decoded; give a whole PNG file.", e);
    }
    if (picture == null) {
      throw new UserError.Invalid("A mask is no PNG file; give an indexed or grey 8-bit PNG.");
    }
    return picture;
  }
}
