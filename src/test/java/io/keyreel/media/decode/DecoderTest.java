package io.keyreel.media.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {
  private static final Decoder DECODER = new Decoder(Clips.CACHE, DecodeLimits.standard());

  @TempDir private Path folder;
  private Clips clips;

  @BeforeEach
  void prepare() {
    clips = new Clips(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "h264.mp4, testsrc2=s=320x240:r=25:d=2, 50, -c:v libopenh264",
    "vp9.webm, testsrc2=s=320x240:r=10:d=1, 10, -c:v libvpx-vp9 -deadline realtime",
    "bframes.mp4, testsrc2=s=320x240:r=25:d=2, 50, -c:v mpeg4 -bf 2",
    "ffv1.mkv, testsrc2=s=321x241:r=25:d=1, 25, -c:v ffv1",
    "tenbit.mkv, testsrc2=s=161x91:r=25:d=1, 25, -c:v ffv1 -pix_fmt yuv420p10le",
    "rgb.mkv, testsrc2=s=160x90:r=25:d=1, 25, -c:v ffv1 -pix_fmt bgra",
    "gray.mkv, testsrc2=s=160x90:r=25:d=1, 25, -c:v ffv1 -pix_fmt gray16le",
    "picture.gif, testsrc2=s=160x90:r=10:d=2, 20, -c:v gif",
    "jpeg.avi, testsrc2=s=160x90:r=10:d=1, 10, -c:v mjpeg -q:v 3 -pix_fmt yuvj422p",
    "one.mp4, testsrc2=s=64x64:r=10:d=0.1, 1, -c:v mpeg4",
    "tall.mkv, testsrc2=s=30x900:r=10:d=0.5, 5, -c:v ffv1",
    "transport.ts, testsrc2=s=320x240:r=25:d=1, 25, -c:v mpeg4"
  })
  void framesAreThoseOfPlainFfmpeg(String name, String source, int count, String options)
      throws IOException {
    Path file = clips.make(name, source, options.split(" "));
    MediaInfo info = DECODER.probe(file);
    RecordedFrames frames = new RecordedFrames();
    DecodeResult result = DECODER.decode(file, info, frames, Cancellation.NEVER);
    assertThat(result).isEqualTo(new DecodeResult(count, null));
    assertThat(frames.hashes()).isEqualTo(clips.hashes(file));
    assertThat(frames.pts()).isSorted().doesNotHaveDuplicates();
    assertThat(frames.frames.getFirst().bgr().width()).isEqualTo(info.width());
  }

  @Test
  void unevenTimeStampsAreKept() throws IOException {
    Path file =
        clips.make(
            "vfr.mkv",
            "testsrc2=s=160x90:r=25:d=2,select='not(mod(n\\,3))+eq(n\\,7)'",
            "-fps_mode",
            "passthrough",
            "-c:v",
            "ffv1");
    RecordedFrames frames = new RecordedFrames();
    MediaInfo info = DECODER.probe(file);
    DECODER.decode(file, info, frames, Cancellation.NEVER);
    List<Long> expected =
        LongStream.range(0, 50).filter(n -> n % 3 == 0 || n == 7).map(n -> n * 40).boxed().toList();
    assertThat(info.timeBase().den()).isEqualTo(1000);
    assertThat(frames.pts()).isEqualTo(expected);
  }

  @Test
  void rotationIsAppliedOnce() throws IOException {
    Path flat = clips.make("flat.mp4", "testsrc2=s=64x32:r=10:d=0.5", "-c:v", "mpeg4");
    Path turned = clips.remux("turned.mp4", flat, List.of("-display_rotation", "-90"), List.of());
    MediaInfo info = DECODER.probe(turned);
    assertThat(List.of(info.width(), info.height(), info.rotation()))
        .isEqualTo(List.of(32, 64, 90));
    RecordedFrames before = decode(flat);
    RecordedFrames after = decode(turned);
    // Turned clockwise, the bottom left corner comes to the top left.
    assertThat(pixel(after.frames.get(2), 0, 0)).isEqualTo(pixel(before.frames.get(2), 0, 31));
    assertThat(pixel(after.frames.get(2), 31, 63)).isEqualTo(pixel(before.frames.get(2), 63, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "plain.mkv, -c:v ffv1 -pix_fmt yuv420p, Native",
    "hd.mkv, -c:v ffv1 -pix_fmt yuv420p -colorspace bt709 -color_range tv, Native",
    "sd.mkv, -c:v ffv1 -pix_fmt yuv420p -colorspace smpte170m, Native",
    "full.mkv, -c:v ffv1 -pix_fmt yuv420p -colorspace bt709 -color_range pc, Converted",
    "deep.mkv, -c:v ffv1 -pix_fmt yuv420p10le -colorspace bt709, Converted",
    "fine.mkv, -c:v ffv1 -pix_fmt yuv444p -colorspace bt709, Converted"
  })
  void coloursAreThoseOfPlainFfmpeg(String name, String options, String form) throws IOException {
    Path file = clips.make(name, "testsrc2=s=320x240:r=10:d=0.3,gblur=sigma=4", options.split(" "));
    DecodedFrame frame = decode(file).frames.getFirst();
    assertThat(frame.picture().getClass().getSimpleName()).isEqualTo(form);
    byte[] expected = clips.bgr(file);
    byte[] seen = frame.bgr().data();
    assertThat(seen).hasSameSizeAs(expected);
    long squares = 0;
    for (int i = 0; i < seen.length; i++) {
      int error = (seen[i] & 0xff) - (expected[i] & 0xff);
      squares += (long) error * error;
    }
    assertThat(Math.sqrt((double) squares / seen.length)).isLessThan(4);
  }

  @Test
  void framesOutsideTheEditListAreLeftOut() throws IOException {
    Path whole = clips.make("whole.mp4", "testsrc2=s=64x64:r=10:d=3", "-c:v", "mpeg4", "-g", "10");
    Path cut = clips.remux("cut.mp4", whole, List.of("-ss", "1.5"), List.of());
    assertThat(decode(cut).hashes()).isEqualTo(clips.hashes(cut)).hasSize(15);
  }

  @Test
  void recordingCutOffInItsPicturesKeepsItsBeginning() throws IOException {
    Path whole =
        clips.make(
            "whole.mp4",
            "testsrc2=s=320x240:r=25:d=4",
            "-c:v",
            "libopenh264",
            "-movflags",
            "+faststart");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length * 6 / 10));
    RecordedFrames frames = new RecordedFrames();
    DecodeResult result = DECODER.decode(cut, DECODER.probe(cut), frames, Cancellation.NEVER);
    assertThat(result.frames()).isBetween(30, 80);
    assertThat(result.warning()).contains("damaged after frame " + (result.frames() - 1));
    assertThat(frames.hashes()).isEqualTo(clips.hashes(whole).subList(0, result.frames()));
  }

  @Test
  void sayWhyAFileIsRefused() throws IOException {
    refused("empty.mp4", new byte[0], "empty");
    refused("zip.mp4", zip(), "ZIP archive");
    refused("list.mp4", "#EXTM3U\n#EXTINF:5,\nfile:///etc/passwd\n", "playlist");
    refused("concat.mp4", "ffconcat version 1.0\nfile '/etc/passwd'\n", "playlist");
    refused("dash.mpd", "<?xml version='1.0'?><MPD/>", "playlist");
    refused("text.mp4", "once upon a time", "no video format");
    Path whole = clips.make("whole.mp4", "testsrc2=s=320x240:r=25:d=2", "-c:v", "mpeg4");
    byte[] bytes = Files.readAllBytes(whole);
    refused("noindex.mp4", Arrays.copyOf(bytes, bytes.length / 2), "before its index");
    Path sound =
        clips.make("sound.mkv", "sine=d=1,anull", "-c:a", "pcm_s16le", "-map_metadata", "-1");
    refused("sound.mkv", Files.readAllBytes(sound), "sound but no video");
  }

  @Test
  void refusesPicturesLargerThanTheLimit() throws IOException {
    byte[] bytes = Files.readAllBytes(clips.make("one.gif", "testsrc2=s=64x64:d=0.1"));
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(6, (short) 20_000)
        .putShort(8, (short) 20_000);
    Path huge = Files.write(folder.resolve("huge.gif"), bytes);
    assertThatThrownBy(() -> DECODER.probe(huge))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("20,000×20,000");
  }

  @Test
  void refusesASizeThatChangesInMidStream() throws IOException {
    Path one = clips.make("one.ts", "testsrc2=s=320x240:r=10:d=1", "-c:v", "mpeg4");
    Path two = clips.make("two.ts", "testsrc2=s=160x120:r=10:d=1", "-c:v", "mpeg4");
    Path both = folder.resolve("both.ts");
    try (OutputStream out = Files.newOutputStream(both)) {
      Files.copy(one, out);
      Files.copy(two, out);
    }
    MediaInfo info = DECODER.probe(both);
    assertThatThrownBy(() -> DECODER.decode(both, info, new RecordedFrames(), Cancellation.NEVER))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("from 320×240 to 160×120");
  }

  @Test
  void timeStampsThatRunBackwardsAreNoReasonToStop() throws IOException {
    Path one = clips.make("one.ts", "testsrc2=s=320x240:r=10:d=1", "-c:v", "mpeg4");
    Path twice = folder.resolve("twice.ts");
    try (OutputStream out = Files.newOutputStream(twice)) {
      Files.copy(one, out);
      Files.copy(one, out);
    }
    RecordedFrames frames = new RecordedFrames();
    DecodeResult result = DECODER.decode(twice, DECODER.probe(twice), frames, Cancellation.NEVER);
    assertThat(result.frames()).isEqualTo(20);
    assertThat(result.warning()).contains("out of order");
    assertThat(frames.hashes().subList(10, 20)).isEqualTo(clips.hashes(one));
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    Path file = clips.make("long.mp4", "testsrc2=s=320x240:r=25:d=20", "-c:v", "mpeg4");
    MediaInfo info = DECODER.probe(file);
    RecordedFrames frames = new RecordedFrames();
    assertThatThrownBy(() -> DECODER.decode(file, info, frames, () -> frames.frames.size() >= 40))
        .isInstanceOf(CancellationException.class);
    assertThat(frames.frames).hasSize(40);
  }

  private RecordedFrames decode(Path file) throws IOException {
    RecordedFrames frames = new RecordedFrames();
    DECODER.decode(file, DECODER.probe(file), frames, Cancellation.NEVER);
    return frames;
  }

  private void refused(String name, String content, String reason) throws IOException {
    refused(name, content.getBytes(StandardCharsets.UTF_8), reason);
  }

  private void refused(String name, byte[] content, String reason) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    assertThatThrownBy(() -> DECODER.probe(file))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining(reason);
  }

  private static byte[] zip() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("clip.mp4"));
    }
    return bytes.toByteArray();
  }

  private static List<Integer> pixel(DecodedFrame frame, int x, int y) {
    int at = (y * frame.bgr().width() + x) * 3;
    byte[] data = frame.bgr().data();
    return List.of(data[at] >> 4, data[at + 1] >> 4, data[at + 2] >> 4);
  }
}
