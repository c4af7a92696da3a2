package io.keyreel.media.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The command lines: the demuxer is pinned, protocols and codecs are on a list. */
final class FfmpegArguments {
  /** FFmpeg's names of codecs, as ffprobe says them. */
  static final Set<String> CODECS =
      Set.of(
          "h264",
          "hevc",
          "vvc",
          "vp8",
          "vp9",
          "av1",
          "mpeg1video",
          "mpeg2video",
          "mpeg4",
          "msmpeg4v1",
          "msmpeg4v2",
          "msmpeg4v3",
          "h263",
          "flv1",
          "wmv1",
          "wmv2",
          "wmv3",
          "vc1",
          "mjpeg",
          "prores",
          "dnxhd",
          "dvvideo",
          "ffv1",
          "huffyuv",
          "ffvhuff",
          "utvideo",
          "gif",
          "png",
          "rawvideo",
          "theora",
          "qtrle");

  /** FFmpeg's names of the decoders for these. */
  private static final String DECODERS =
      String.join(
          ",",
          "h264",
          "hevc",
          "vvc",
          "vp8",
          "vp9",
          "libvpx-vp9",
          "av1",
          "libaom-av1",
          "mpeg1video",
          "mpeg2video",
          "mpeg4",
          "msmpeg4v1",
          "msmpeg4v2",
          "msmpeg4",
          "h263",
          "flv",
          "wmv1",
          "wmv2",
          "wmv3",
          "vc1",
          "mjpeg",
          "prores",
          "dnxhd",
          "dvvideo",
          "ffv1",
          "huffyuv",
          "ffvhuff",
          "utvideo",
          "gif",
          "png",
          "rawvideo",
          "theora",
          "qtrle");

  private static final List<String> FIRST_VIDEO =
      List.of("-map", "0:V:0", "-fps_mode", "passthrough", "-enc_time_base", "demux");

  /** FFmpeg's names of the decoders of sound. */
  private static final String SOUND_DECODERS =
      String.join(
          ",",
          "aac",
          "aac_latm",
          "ac3",
          "adpcm_ima_qt",
          "adpcm_ima_wav",
          "adpcm_ms",
          "alac",
          "amrnb",
          "amrwb",
          "eac3",
          "flac",
          "mp2",
          "mp2float",
          "mp3",
          "mp3float",
          "opus",
          "libopus",
          "pcm_alaw",
          "pcm_f32le",
          "pcm_mulaw",
          "pcm_s16be",
          "pcm_s16le",
          "pcm_s24le",
          "pcm_s32le",
          "pcm_u8",
          "vorbis",
          "wmav1",
          "wmav2");

  private static final String LEVELS =
      "aresample=8000,aformat=sample_fmts=flt:channel_layouts=mono,asetnsamples=n=160:p=0"
          + ",astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=RMS_level"
          + ",ametadata=print:key=lavfi.astats.Overall.RMS_level:file=-:direct=1";

  private FfmpegArguments() {}

  /** A line of time and a line of level to descriptor 1 for every 20 ms of the first track. */
  static List<String> sound(String ffmpeg, Container container, DecodeLimits limits) {
    List<String> command =
        new ArrayList<>(
            List.of(ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "info", "-copyts"));
    command.addAll(List.of("-filter_threads", "1", "-threads", "1"));
    command.addAll(guards(container, limits));
    command.addAll(List.of("-codec_whitelist", SOUND_DECODERS, "-fd", "0", "-i", "fd:"));
    command.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-af", LEVELS, "-f", "null", "-"));
    return command;
  }

  /**
   * Without the list of codecs: ffprobe opens sound tracks too, and fails over one off the list.
   */
  static List<String> probe(String ffprobe, Container container, DecodeLimits limits) {
    List<String> command = new ArrayList<>(List.of(ffprobe, "-hide_banner", "-v", "error"));
    command.addAll(guards(container, limits));
    command.addAll(
        List.of(
            "-of",
            "json",
            "-show_entries",
            "stream=codec_type,codec_name,pix_fmt,width,height,time_base,nb_frames,avg_frame_rate"
                + ",color_space,color_range"
                + ":stream_disposition=attached_pic:stream_side_data=rotation:format=duration",
            "-fd",
            "0",
            "-i",
            "fd:"));
    return command;
  }

  static List<String> firstFrame(String ffmpeg, Container container, DecodeLimits limits) {
    List<String> command = input(ffmpeg, container, limits, false);
    command.addAll(FIRST_VIDEO);
    command.addAll(List.of("-frames:v", "1", "-c:v", "rawvideo", "-f", "framecrc", "pipe:1"));
    return command;
  }

  /**
   * Native planes to descriptor 1, time stamps to 3.
   *
   * @param strict stop at the first damage, with everything before it delivered
   */
  static List<String> planes(
      String ffmpeg, Container container, DecodeLimits limits, boolean strict) {
    List<String> command = input(ffmpeg, container, limits, strict);
    output(command, List.of("-c:v", "rawvideo", "-pix_fmt", "yuv420p", "-f", "rawvideo", "pipe:1"));
    times(command, 3);
    return command;
  }

  /** Native planes to descriptor 1, time stamps to 3, pictures in BGR to 4. */
  static List<String> pictures(
      String ffmpeg, Container container, DecodeLimits limits, boolean strict) {
    List<String> command = input(ffmpeg, container, limits, strict);
    output(command, List.of("-c:v", "rawvideo", "-f", "rawvideo", "pipe:1"));
    output(command, List.of("-c:v", "rawvideo", "-pix_fmt", "bgr24", "-f", "rawvideo", "pipe:4"));
    times(command, 3);
    return command;
  }

  private static void times(List<String> command, int descriptor) {
    output(
        command,
        List.of(
            "-c:v",
            "wrapped_avframe",
            "-flush_packets",
            "1",
            "-f",
            "framecrc",
            "pipe:" + descriptor));
  }

  /** Short queues: FFmpeg's own eight frames to each output are hundreds of megabytes at 4K. */
  private static void output(List<String> command, List<String> output) {
    command.addAll(FIRST_VIDEO);
    command.addAll(List.of("-thread_queue_size", "1"));
    command.addAll(output);
  }

  private static List<String> input(
      String ffmpeg, Container container, DecodeLimits limits, boolean strict) {
    List<String> command =
        new ArrayList<>(
            List.of(ffmpeg, "-hide_banner", "-nostdin", "-nostats", "-v", "info", "-copyts"));
    command.addAll(List.of("-filter_threads", "1", "-threads", Integer.toString(limits.threads())));
    if (strict) {
      command.add("-xerror");
    }
    command.addAll(guards(container, limits));
    command.addAll(List.of("-codec_whitelist", DECODERS, "-fd", "0", "-i", "fd:"));
    return command;
  }

  private static List<String> guards(Container container, DecodeLimits limits) {
    return List.of(
        "-protocol_whitelist",
        "fd,pipe",
        "-f",
        container.demuxer(),
        "-max_pixels",
        Long.toString(limits.mostPixels()));
  }
}
