package io.keyreel.media.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recordings made by FFmpeg itself, of moving test pictures. */
public final class Clips {
  public static final Path CACHE = Path.of("target", "ffmpeg");

  private final FfmpegPrograms programs;
  private final Path folder;

  public Clips(Path folder) {
    this(folder, CACHE);
  }

  /**
   * @param cache of the unpacked FFmpeg
   */
  public Clips(Path folder, Path cache) {
    this.programs = FfmpegPrograms.unpackInto(cache);
    this.folder = folder;
  }

  /**
   * @param source a filter that makes pictures, such as {@code testsrc2=s=320x240:r=25:d=2}
   * @param options of the output, such as {@code -c:v ffv1}
   */
  public Path make(String name, String source, String... options) throws IOException {
    Path file = folder.resolve(name);
    List<String> command = command();
    command.addAll(List.of("-filter_complex", source + "[v]", "-map", "[v]"));
    command.addAll(List.of(options));
    command.add(file.toString());
    run(command);
    return file;
  }

  /** The folder of the programs. */
  public static Path programs() {
    return FfmpegPrograms.unpackInto(CACHE).folder();
  }

  /** Copies the streams of a file into another, with options before the input and after it. */
  public Path remux(String name, Path from, List<String> before, List<String> after)
      throws IOException {
    Path file = folder.resolve(name);
    List<String> command = command();
    command.addAll(before);
    command.addAll(List.of("-i", from.toString(), "-c", "copy"));
    command.addAll(after);
    command.add(file.toString());
    run(command);
    return file;
  }

  /** What plain FFmpeg says of the frames of a file: one SHA-256 a frame. */
  public List<String> hashes(Path file) throws IOException {
    List<String> command = command();
    command.addAll(
        List.of(
            "-i",
            file.toString(),
            "-map",
            "0:V:0",
            "-fps_mode",
            "passthrough",
            "-f",
            "framehash",
            "-hash",
            "sha256",
            "-"));
    return run(command)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
        .toList();
  }

  /** What plain FFmpeg makes of the colours of the first frame: BGR. */
  public byte[] bgr(Path file) throws IOException {
    List<String> command = command();
    command.addAll(List.of("-i", file.toString(), "-frames:v", "1"));
    command.addAll(List.of("-sws_flags", "accurate_rnd+full_chroma_int"));
    command.addAll(List.of("-pix_fmt", "bgr24", "-f", "rawvideo", "-"));
    return output(command);
  }

  /** Seconds that plain FFmpeg takes to decode a file into nothing. */
  public double secondsToDecode(Path file, int threads) throws IOException {
    List<String> command = command();
    command.addAll(List.of("-threads", Integer.toString(threads), "-i", file.toString()));
    command.addAll(List.of("-map", "0:V:0", "-f", "null", "-"));
    long began = System.nanoTime();
    run(command);
    return (System.nanoTime() - began) / 1e9;
  }

  private List<String> command() {
    return new ArrayList<>(List.of(programs.ffmpeg(), "-y", "-v", "error", "-nostdin"));
  }

  private String run(List<String> command) throws IOException {
    return new String(output(command), StandardCharsets.UTF_8);
  }

  private byte[] output(List<String> command) throws IOException {
    Path errors = Files.createTempFile(folder, "ffmpeg", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("LD_LIBRARY_PATH", programs.folder().toString());
    Process process = builder.start();
    byte[] output = process.getInputStream().readAllBytes();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + ": " + Files.readString(errors));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(errors);
    }
    return output;
  }
}
