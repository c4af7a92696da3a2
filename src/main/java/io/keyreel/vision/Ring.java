package io.keyreel.vision;

/** The last few of a sequence, by their numbers in it. */
final class Ring<T> {
  private final Object[] items;
  private int count;

  Ring(int size) {
    items = new Object[size];
  }

  void add(T item) {
    items[count++ % items.length] = item;
  }

  /** The number of the first one that is still there. */
  int first() {
    return Math.max(0, count - items.length);
  }

  int count() {
    return count;
  }

  @SuppressWarnings("unchecked")
  T get(int number) {
    if (number < first() || number >= count) {
      throw new IndexOutOfBoundsException(number);
    }
    return (T) items[number % items.length];
  }
}
