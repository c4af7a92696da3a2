package io.keyreel.media.decode;

import io.keyreel.kernel.UserError;
import io.keyreel.media.TimeBase;
import io.keyreel.vision.ColourMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a recording says of itself, and decodes one frame to see whether it is true. */
final class Prober {
  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern DIMENSIONS = Pattern.compile("#dimensions 0: (\\d+)x(\\d+)");
  private static final Pattern TIME_BASE = Pattern.compile("#tb 0: (\\d+)/(\\d+)");
  private static final Pattern FRAME =
      Pattern.compile("(?m)^0,\\s*-?\\d+,\\s*-?\\d+,\\s*-?\\d+,\\s*(\\d+),");

  private static final Pattern REFUSED_SIZE = Pattern.compile("Picture size (\\d+)x(\\d+)");

  private final FfmpegPrograms programs;
  private final Sandbox sandbox;
  private final DecodeLimits limits;

  Prober(FfmpegPrograms programs, Sandbox sandbox, DecodeLimits limits) {
    this.programs = programs;
    this.sandbox = sandbox;
    this.limits = limits;
  }

  MediaInfo probe(Path file, Container container) throws IOException, InterruptedException {
    Said header = run(FfmpegArguments.probe(programs.ffprobe(), container, limits), file);
    if (header.status() != 0) {
      throw unreadable(header);
    }
    JsonNode root = json(header.output());
    JsonNode video = video(root.path("streams"));
    requireSize(video.path("width").asInt(0), video.path("height").asInt(0));
    String codec = video.path("codec_name").asString("unknown");
    if (!FfmpegArguments.CODECS.contains(codec)) {
      throw new UserError.Invalid(
          "The video is coded as %s, which Keyreel does not decode; convert it to H.264, HEVC, VP9 or AV1."
              .formatted(codec));
    }
    Said first = run(FfmpegArguments.firstFrame(programs.ffmpeg(), container, limits), file);
    return info(container, codec, root, video, first);
  }

  private MediaInfo info(
      Container container, String codec, JsonNode root, JsonNode video, Said first) {
    Matcher size = DIMENSIONS.matcher(first.output());
    Matcher base = TIME_BASE.matcher(first.output());
    Matcher frame = FRAME.matcher(first.output());
    if (!size.find() || !base.find() || !frame.find()) {
      throw firstFrame(first);
    }
    int width = Integer.parseInt(size.group(1));
    int height = Integer.parseInt(size.group(2));
    requireSize(width, height);
    return new MediaInfo(
        container.demuxer(),
        codec,
        video.path("pix_fmt").asString("unknown"),
        width,
        height,
        rotation(video),
        new TimeBase(Integer.parseInt(base.group(1)), Integer.parseInt(base.group(2))),
        Math.round(root.path("format").path("duration").asDouble(0) * 1e6),
        hasAudio(root.path("streams")),
        headerFrames(root, video),
        Integer.parseInt(frame.group(1)),
        planes(video));
  }

  /** What says nothing of its colours is read as BT.601, as FFmpeg does. */
  private static @Nullable ColourMatrix planes(JsonNode video) {
    boolean narrow = !video.path("color_range").asString("").equals("pc");
    if (!narrow || !video.path("pix_fmt").asString("").equals("yuv420p")) {
      return null;
    }
    return switch (video.path("color_space").asString("unknown")) {
      case "bt709" -> ColourMatrix.BT709;
      case "unknown", "bt470bg", "smpte170m" -> ColourMatrix.BT601;
      default -> null;
    };
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new UserError.Invalid(
          "The recording's header cannot be understood; convert it to MP4 and upload that.", e);
    }
  }

  private static JsonNode video(JsonNode streams) {
    for (JsonNode stream : streams) {
      boolean cover = stream.path("disposition").path("attached_pic").asInt(0) == 1;
      if (stream.path("codec_type").asString("").equals("video") && !cover) {
        return stream;
      }
    }
    throw new UserError.Invalid(
        hasAudio(streams)
            ? "The file holds sound but no video; upload a recording with a video track."
            : "The file holds no video; upload a recording with a video track.");
  }

  private static boolean hasAudio(JsonNode streams) {
    for (JsonNode stream : streams) {
      if (stream.path("codec_type").asString("").equals("audio")) {
        return true;
      }
    }
    return false;
  }

  private static int rotation(JsonNode video) {
    for (JsonNode data : video.path("side_data_list")) {
      if (data.has("rotation")) {
        return Math.floorMod(-data.path("rotation").asInt(0), 360);
      }
    }
    return 0;
  }

  private static long headerFrames(JsonNode root, JsonNode video) {
    long stated = video.path("nb_frames").asLong(-1);
    if (stated > 0) {
      return stated;
    }
    String[] rate = video.path("avg_frame_rate").asString("0/0").split("/", 2);
    double seconds = root.path("format").path("duration").asDouble(0);
    double den = rate.length == 2 ? Double.parseDouble(rate[1]) : 0;
    return den > 0 && seconds > 0 ? Math.round(seconds * Double.parseDouble(rate[0]) / den) : -1;
  }

  private void requireSize(int width, int height) {
    if (width > limits.largestSide()
        || height > limits.largestSide()
        || (long) width * height > limits.mostPixels()) {
      throw new UserError.Invalid(
          "The picture is %,d×%,d pixels and Keyreel takes at most %,d on a side and %,d million in all; scale the recording down."
              .formatted(width, height, limits.largestSide(), limits.mostPixels() / 1_000_000));
    }
  }

  private UserError.Invalid firstFrame(Said said) {
    Matcher refused = REFUSED_SIZE.matcher(said.log());
    if (refused.find()) {
      requireSize(clamped(refused.group(1)), clamped(refused.group(2)));
    }
    return new UserError.Invalid(
        "Not one frame of the recording can be decoded; it is damaged or cut off before its first picture.");
  }

  private static int clamped(String number) {
    return number.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(number);
  }

  private static UserError.Invalid unreadable(Said said) {
    if (said.log().contains("moov atom not found")) {
      return new UserError.Invalid(
          "The recording ends before its index (there is no moov atom): it was cut off or is still being written; upload the whole file.");
    }
    return new UserError.Invalid(
        "The file begins like a recording but cannot be read; it is damaged or cut off. Upload it again or convert it to MP4.");
  }

  private record Said(int status, String output, String log) {}

  private Said run(List<String> command, Path file) throws IOException, InterruptedException {
    ProcessBuilder builder =
        sandbox.builder(command, List.of(), limits.memoryBytes(), limits.silence());
    try (Child child = Child.start(builder, file, limits, line -> false)) {
      child.waiting();
      byte[] output = child.output().readNBytes(MOST_BYTES);
      int status = child.await();
      return new Said(status, new String(output, StandardCharsets.UTF_8), child.log());
    }
  }
}
