package io.keyreel.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What the environment does not name, started here: a Postgres without {@code KEYREEL_DB_URL}, an
 * object store without {@code KEYREEL_S3_ENDPOINT}.
 */
public final class Embedded implements AutoCloseable {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Map<String, String> coordinates = new HashMap<>();

  private Embedded() {}

  public static Embedded start(Path folder, Map<String, String> environment) {
    Embedded embedded = new Embedded();
    boolean database = isAbsent(environment, "KEYREEL_DB_URL");
    boolean store = isAbsent(environment, "KEYREEL_S3_ENDPOINT");
    if (database || store) {
      embedded.startIn(folder, database, store);
    }
    if (!database) {
      ExternalPostgres.requireDurable(environment);
    }
    return embedded;
  }

  private void startIn(Path folder, boolean database, boolean store) {
    DataFolder data = DataFolder.open(folder);
    started.push(data);
    try {
      if (database) {
        add(EmbeddedPostgres.start(data));
      }
      if (store) {
        add(EmbeddedStore.start(data));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void add(EmbeddedPostgres postgres) {
    started.push(postgres);
    coordinates.put("KEYREEL_DB_URL", postgres.jdbcUrl());
    coordinates.put("KEYREEL_DB_USER", postgres.user());
    coordinates.put("KEYREEL_DB_PASSWORD", postgres.password());
  }

  private void add(EmbeddedStore store) {
    started.push(store);
    coordinates.put("KEYREEL_S3_ENDPOINT", store.endpoint());
    coordinates.put("KEYREEL_S3_ACCESS_KEY", store.accessKey());
    coordinates.put("KEYREEL_S3_SECRET_KEY", store.secretKey());
    coordinates.put("KEYREEL_S3_BUCKET", EmbeddedStore.BUCKET);
    coordinates.put("KEYREEL_S3_REGION", EmbeddedStore.REGION);
  }

  private static boolean isAbsent(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "").isBlank();
  }

  /** The variables that lead to what was started, named as in the environment. */
  public Map<String, String> coordinates() {
    return Map.copyOf(coordinates);
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a built-in server did not stop", e);
      }
    }
  }
}
