package io.keyreel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.exchange.Clip.ClipTrack;
import io.keyreel.exchange.LabelledFrame.FrameShape;
import io.keyreel.geometry.Mask;
import io.keyreel.vision.IndexedPng;
import io.keyreel.vision.LabelImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class FormatRoundTripTest {
  private static final int SETS = Integer.getInteger("keyreel.export.sets", 40);

  static LongStream seeds() {
    return LongStream.range(0, SETS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cocoGivesEveryMaskBackUnderItsFrameAndTrack(long seed) throws IOException {
    GeneratedSource source = new GeneratedSource(seed);
    Losses losses = new Losses();
    Map<String, byte[]> zip = Zips.read(Zips.write(new CocoWriter(), source, true, losses));
    JsonNode json = ShapeJson.MAPPER.readTree(zip.get(CocoWriter.FILE));

    Map<Integer, List<Integer>> frames = new HashMap<>();
    for (JsonNode image : json.get("images")) {
      int clip = image.get("video_id").asInt() - 1;
      int frame = image.get("frame").asInt();
      frames.put(image.get("id").asInt(), List.of(clip, frame));
      String name = source.head().clips().get(clip).folder() + "/%06d.jpg".formatted(frame);
      assertThat(image.get("file_name").asString()).isEqualTo(name);
      assertThat(Zips.text(zip, "images/default/" + name))
          .isEqualTo("clip_%d %d".formatted(clip, frame));
    }
    assertThat(frames).hasSize(source.head().frameCount());
    Map<List<Integer>, Mask> read = new HashMap<>();
    for (JsonNode annotation : json.get("annotations")) {
      List<Integer> frame = frames.get(annotation.get("image_id").asInt());
      int track = annotation.get("attributes").get("track_id").asInt();
      Mask mask = CocoReader.mask(annotation.get("segmentation"));
      assertThat(annotation.get("area").asInt()).isEqualTo(mask.area());
      read.put(List.of(frame.get(0), frame.get(1), track), mask);
    }
    assertThat(read).isEqualTo(source.areas());
    assertThat(losses.list()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void youtubeVisGivesOneEntryAFrameOfTheVideo(long seed) throws IOException {
    GeneratedSource source = new GeneratedSource(seed);
    Map<String, byte[]> zip =
        Zips.read(Zips.write(new YoutubeVisWriter(), source, true, new Losses()));
    JsonNode json = ShapeJson.MAPPER.readTree(zip.get(YoutubeVisWriter.FILE));

    Map<List<Integer>, Mask> read = new HashMap<>();
    for (JsonNode annotation : json.get("annotations")) {
      int clip = annotation.get("video_id").asInt() - 1;
      List<Integer> frames = source.head().clips().get(clip).frames();
      assertThat(annotation.get("segmentations")).hasSize(frames.size());
      assertThat(annotation.get("bboxes")).hasSize(frames.size());
      assertThat(annotation.get("areas")).hasSize(frames.size());
      for (int i = 0; i < frames.size(); i++) {
        JsonNode segmentation = annotation.get("segmentations").get(i);
        if (!segmentation.isNull()) {
          int track = annotation.get("track_id").asInt();
          read.put(List.of(clip, frames.get(i), track), CocoReader.mask(segmentation));
        }
      }
    }
    assertThat(read).isEqualTo(source.areas());
    for (JsonNode video : json.get("videos")) {
      for (JsonNode name : video.get("file_names")) {
        assertThat(zip).containsKey("train/JPEGImages/" + name.asString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void davisPaintsObjectsByZUnderTheSameIndexThroughTheClip(long seed) throws IOException {
    GeneratedSource source = new GeneratedSource(seed);
    Map<String, byte[]> zip = Zips.read(Zips.write(new DavisWriter(), source, true, new Losses()));

    Map<List<Integer>, Mask> areas = source.areas();
    StringBuilder sequences = new StringBuilder();
    for (int c = 0; c < source.head().clips().size(); c++) {
      Clip clip = source.head().clips().get(c);
      sequences.append(clip.folder()).append('\n');
      for (int frame : clip.frames()) {
        String name = "480p/%s/%05d".formatted(clip.folder(), frame);
        BufferedImage image =
            ImageIO.read(new ByteArrayInputStream(zip.get("Annotations/" + name + ".png")));
        assertThat(pixels(image)).isEqualTo(painted(clip, c, frame, areas));
        assertThat(zip).containsKey("JPEGImages/" + name + ".jpg");
      }
    }
    assertThat(Zips.text(zip, "ImageSets/2017/train.txt")).isEqualTo(sequences.toString());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nativeLosesNothing(long seed) throws IOException {
    GeneratedSource source = new GeneratedSource(seed);
    Map<String, byte[]> zip =
        Zips.read(Zips.write(new NativeWriter(), source, false, new Losses()));

    JsonNode head = ShapeJson.MAPPER.readTree(zip.get(NativeWriter.FILE)).get("snapshot");
    assertThat(ShapeJson.MAPPER.treeToValue(head, SnapshotHead.class)).isEqualTo(source.head());
    List<LabelledFrame> read = new ArrayList<>();
    for (int c = 0; c < source.head().clips().size(); c++) {
      String file = "labels/%s.json".formatted(source.head().clips().get(c).folder());
      for (JsonNode frame : ShapeJson.MAPPER.readTree(zip.get(file)).get("frames")) {
        List<FrameShape> shapes = new ArrayList<>();
        for (JsonNode shape : frame.get("shapes")) {
          shapes.add(ShapeJson.MAPPER.treeToValue(shape, FrameShape.class));
        }
        read.add(
            new LabelledFrame(
                c,
                frame.get("frame").asInt(),
                frame.get("pts").asLong(),
                frame.get("duration").asLong(),
                frame.get("sha256").asString(),
                shapes));
      }
    }
    assertThat(read).isEqualTo(source.all());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameSnapshotGivesTheSameBytes(long seed) throws IOException {
    for (FormatWriter writer :
        List.of(new CocoWriter(), new YoutubeVisWriter(), new DavisWriter(), new NativeWriter())) {
      byte[] first = Zips.write(writer, new GeneratedSource(seed), true, new Losses());
      byte[] second = Zips.write(writer, new GeneratedSource(seed), true, new Losses());
      assertThat(second).isEqualTo(first);
    }
  }

  @Test
  void thePaletteIsTheOneThatReadersOfDavisShow() throws IOException {
    byte[] png = IndexedPng.write(new LabelImage(2, 2, new byte[] {0, 1, 2, (byte) 255}));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

    assertThat(image.getColorModel()).isInstanceOf(IndexColorModel.class);
    IndexColorModel colors = (IndexColorModel) image.getColorModel();
    assertThat(colors.getMapSize()).isEqualTo(256);
    assertThat(rgb(colors, 0)).isEqualTo(0x000000);
    assertThat(rgb(colors, 1)).isEqualTo(0x800000);
    assertThat(rgb(colors, 2)).isEqualTo(0x008000);
    assertThat(rgb(colors, 3)).isEqualTo(0x808000);
    assertThat(rgb(colors, 15)).isEqualTo(0xc08080);
    assertThat(rgb(colors, 20)).isEqualTo(0x004080);
    assertThat(pixels(image)).containsExactly(0, 1, 2, 255);
  }

  private static int rgb(IndexColorModel colors, int index) {
    return colors.getRGB(index) & 0xffffff;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
  }

  private static int[] painted(Clip clip, int index, int frame, Map<List<Integer>, Mask> areas) {
    Map<Integer, Integer> objects = new HashMap<>();
    for (ClipTrack track : clip.tracks()) {
      if (track.kind().equals("OBJECT")) {
        objects.put(track.number(), objects.size() + 1);
      }
    }
    List<ClipTrack> byZ = new ArrayList<>(clip.tracks());
    byZ.sort(Comparator.comparingInt(ClipTrack::z).thenComparingInt(ClipTrack::number));
    int[] pixels = new int[clip.width() * clip.height()];
    for (ClipTrack track : byZ) {
      Mask mask = areas.get(List.of(index, frame, track.number()));
      if (mask != null && objects.containsKey(track.number())) {
        for (int i = 0; i < pixels.length; i++) {
          if (mask.get(i)) {
            pixels[i] = objects.get(track.number());
          }
        }
      }
    }
    return pixels;
  }
}
