package io.keyreel.media.decode;

import io.keyreel.kernel.UserError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The file formats that are read, told by their first bytes and never by the file's name, so that
 * FFmpeg is not left to guess its way into a playlist.
 */
enum Container {
  MOV("mov"),
  MATROSKA("matroska"),
  AVI("avi"),
  GIF("gif"),
  FLV("flv"),
  ASF("asf"),
  OGG("ogg"),
  MPEG_TS("mpegts"),
  MPEG_PS("mpeg"),
  IVF("ivf"),
  MXF("mxf");

  static final int HEAD_BYTES = 1024;

  private static final Set<String> ISO_BOXES =
      Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp");
  private static final byte[] EBML = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
  private static final byte[] ASF_HEADER = {0x30, 0x26, (byte) 0xb2, 0x75, (byte) 0x8e, 0x66};
  private static final byte[] MXF_KEY = {0x06, 0x0e, 0x2b, 0x34, 0x02, 0x05, 0x01, 0x01};
  private static final byte[] PACK_START = {0, 0, 1, (byte) 0xba};

  private final String demuxer;

  Container(String demuxer) {
    this.demuxer = demuxer;
  }

  /** FFmpeg's name of the format. */
  String demuxer() {
    return demuxer;
  }

  /**
   * @param head the first {@link #HEAD_BYTES} of the file, or all of a shorter one
   * @throws UserError.Invalid for what is no video
   */
  static Container of(byte[] head) {
    if (head.length == 0) {
      throw new UserError.Invalid("The file is empty (0 bytes); upload the recording again.");
    }
    refuse(head);
    if (ISO_BOXES.contains(text(head, 4, 8))) {
      return MOV;
    } else if (starts(head, EBML)) {
      return MATROSKA;
    } else if (text(head, 0, 4).equals("RIFF") && text(head, 8, 12).equals("AVI ")) {
      return AVI;
    } else if (text(head, 0, 4).equals("GIF8")) {
      return GIF;
    } else if (text(head, 0, 3).equals("FLV")) {
      return FLV;
    } else if (starts(head, ASF_HEADER)) {
      return ASF;
    } else if (text(head, 0, 4).equals("OggS")) {
      return OGG;
    } else if (synchronised(head, 0, 188) || synchronised(head, 4, 192)) {
      return MPEG_TS;
    } else if (starts(head, PACK_START)) {
      return MPEG_PS;
    } else if (text(head, 0, 4).equals("DKIF")) {
      return IVF;
    } else if (starts(head, MXF_KEY)) {
      return MXF;
    }
    throw new UserError.Invalid(
        "The file is in no video format that Keyreel reads; convert it to MP4, MOV, MKV, WebM, AVI, MPEG-TS or GIF.");
  }

  private static void refuse(byte[] head) {
    String text = text(head, 0, head.length).stripLeading();
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      throw new UserError.Invalid(
          "The file is a ZIP archive, not a video; unpack it and upload the recordings inside.");
    }
    if (text.startsWith("#EXTM3U")
        || text.startsWith("ffconcat")
        || lower.startsWith("file ")
        || lower.startsWith("[playlist]")
        || lower.startsWith("<?xml")
        || lower.startsWith("<mpd")) {
      throw new UserError.Invalid(
          "The file is a playlist that only names other files; upload the recordings themselves.");
    }
  }

  private static boolean synchronised(byte[] head, int first, int packet) {
    int seen = 0;
    for (int at = first; at < head.length; at += packet) {
      if (head[at] != 0x47) {
        return false;
      }
      seen++;
    }
    return seen >= 3;
  }

  private static boolean starts(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  private static String text(byte[] head, int from, int to) {
    int start = Math.min(from, head.length);
    return new String(head, start, Math.min(to, head.length) - start, StandardCharsets.ISO_8859_1);
  }
}
