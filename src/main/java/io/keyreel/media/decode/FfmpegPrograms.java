package io.keyreel.media.decode;

import io.keyreel.kernel.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The programs ffmpeg and ffprobe with their libraries, unpacked once into a cache folder. */
final class FfmpegPrograms {
  private static final String PACKED = "/org/bytedeco/ffmpeg/linux-x86_64/";
  private static final String VERSION = "/META-INF/maven/org.bytedeco/ffmpeg/pom.properties";
  private static final String OURS = "/io/keyreel/media/decode/";
  private static final String NO_DEVICES = "libavdevice.so.62";
  private static final List<String> FILES =
      List.of(
          "ffmpeg",
          "ffprobe",
          "libavcodec.so.62",
          "libavfilter.so.11",
          "libavformat.so.62",
          "libavutil.so.60",
          "libdrm.so.2",
          "libswresample.so.6",
          "libswscale.so.9",
          "libva-drm.so.2",
          "libva.so.2");

  private final Path folder;

  private FfmpegPrograms(Path folder) {
    this.folder = folder;
  }

  static FfmpegPrograms unpackInto(Path cache) {
    try {
      Path folder = cache.toAbsolutePath().resolve("ffmpeg-" + version());
      if (Files.notExists(folder)) {
        Files.createDirectories(cache);
        unpack(cache, folder);
      }
      return new FfmpegPrograms(folder);
    } catch (IOException e) {
      throw new UserError.Unavailable(
          "FFmpeg cannot be unpacked into %s (%s); check the free space and the folder's rights."
              .formatted(cache, e.getMessage()),
          e);
    }
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = resource(VERSION)) {
      properties.load(in);
    }
    return properties.getProperty("version", "unknown");
  }

  private static void unpack(Path cache, Path folder) throws IOException {
    Path fresh = Files.createTempDirectory(cache, "ffmpeg-new-");
    for (String file : FILES) {
      copy(resource(PACKED + file), fresh.resolve(file));
    }
    copy(resource(OURS + NO_DEVICES), fresh.resolve(NO_DEVICES));
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException faster) {
      delete(fresh);
    }
  }

  private static void copy(InputStream from, Path to) throws IOException {
    try (from) {
      Files.copy(from, to);
    }
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = FfmpegPrograms.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return in;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  Path folder() {
    return folder;
  }

  String ffmpeg() {
    return folder.resolve("ffmpeg").toString();
  }

  String ffprobe() {
    return folder.resolve("ffprobe").toString();
  }
}
