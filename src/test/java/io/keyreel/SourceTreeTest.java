package io.keyreel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every source file. */
class SourceTreeTest {
  private static final int MOST_LINES = 500;

  @Test
  void keepsFilesShort() {
    List<Path> sources = sources();

    assertThat(sources).isNotEmpty();
    assertThat(sources.stream().filter(file -> lines(file).size() > MOST_LINES)).isEmpty();
  }

  @Test
  void namesNoRegistryInTheLockFile() {
    assertThat(lines(Path.of("package-lock.json")))
        .noneMatch(line -> line.contains("\"resolved\""));
  }

  @Test
  void explainsEachRoomInItsPackageInfo() throws IOException {
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/io/keyreel"))) {
      assertThat(rooms.filter(Files::isDirectory))
          .allSatisfy(room ->
              assertThat(Files.readString(room.resolve("package-info.java")))
                  .contains("/**", "@NullMarked"));
    }
  }

  private static List<Path> sources() {
    return Stream.of("src", "frontend/annotator", "frontend/ui", "frontend/charts", "frontend/test")
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(SourceTreeTest::walk)
        .filter(file -> file.toString().matches(".*\\.(java|ts)"))
        .toList();
  }

  private static Stream<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
