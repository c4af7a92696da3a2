package io.keyreel.geometry;

/** Whole pixels {@code [x, x + width) × [y, y + height)}. */
public record PixelBox(int x, int y, int width, int height) {
  public static final PixelBox EMPTY = new PixelBox(0, 0, 0, 0);

  public boolean isEmpty() {
    return width <= 0 || height <= 0;
  }

  public int right() {
    return x + width;
  }

  public int bottom() {
    return y + height;
  }

  public PixelBox union(PixelBox other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new PixelBox(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /** Grown by {@code margin} on every side and cut to a frame. */
  public PixelBox grow(int margin, int frameWidth, int frameHeight) {
    int left = Math.max(0, x - margin);
    int top = Math.max(0, y - margin);
    int right = Math.min(frameWidth, right() + margin);
    int bottom = Math.min(frameHeight, bottom() + margin);
    return new PixelBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
}
