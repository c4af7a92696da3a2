package io.keyreel.assist.flow;

import io.keyreel.kernel.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** A fixed number of threads that share independent pieces of work. */
final class Workers implements AutoCloseable {
  private final ExecutorService executor;
  private final Cancellation cancellation;

  Workers(int threads, Cancellation cancellation) {
    this.executor = Executors.newFixedThreadPool(threads);
    this.cancellation = cancellation;
  }

  /**
   * Does pieces 0 to {@code count} − 1; returns when all are done, or leaves by the first error.
   */
  void each(int count, IntConsumer work) {
    List<Integer> ignored =
        map(
            count,
            i -> {
              work.accept(i);
              return i;
            });
    assert ignored.size() == count;
  }

  <T> List<T> map(int count, IntFunction<T> work) {
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int piece = i;
      futures.add(
          executor.submit(() -> {
            cancellation.check();
            return work.apply(piece);
          }));
    }
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      futures.forEach(f -> f.cancel(false));
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      futures.forEach(f -> f.cancel(false));
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    executor.close();
  }
}
