package io.keyreel.kernel;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param items what is on it
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, long total) {
  public Page {
    items = List.copyOf(items);
  }
}
