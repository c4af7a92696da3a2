package io.keyreel.synth;

import io.keyreel.kernel.UserError;

/** What to generate. */
public record ClipSpec(long seed, int width, int height, int frames) {
  public ClipSpec {
    if (width < 64 || height < 64 || width > 3840 || height > 2160 || frames < 1) {
      throw new UserError.Invalid(
          "A clip of %d frames of %dx%d cannot be generated; give 64x64 to 3840x2160 and a frame or more."
              .formatted(frames, width, height));
    }
  }
}
