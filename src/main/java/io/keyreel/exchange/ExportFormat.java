package io.keyreel.exchange;

import io.keyreel.kernel.UserError;
import java.util.Arrays;

/** The formats that labels leave in, by the names used on the wire and in the table. */
enum ExportFormat {
  COCO("coco", new CocoWriter()),
  YOUTUBE_VIS("youtube-vis", new YoutubeVisWriter()),
  DAVIS("davis", new DavisWriter()),
  NATIVE("native", new NativeWriter());

  private final String code;
  private final FormatWriter writer;

  ExportFormat(String code, FormatWriter writer) {
    this.code = code;
    this.writer = writer;
  }

  String code() {
    return code;
  }

  FormatWriter writer() {
    return writer;
  }

  static ExportFormat of(String code) {
    return Arrays.stream(values())
        .filter(format -> format.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new UserError.Invalid(
                "There is no export format \"%s\"; use coco, youtube-vis, davis or native."
                    .formatted(code)));
  }
}
