package io.keyreel.exchange;

import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.kernel.FrameRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What goes into a snapshot, by the numbers of its last changes. */
record SnapshotPlan(Scope scope, String projectName, int ontologyVersion, List<PlannedClip> clips) {

  /**
   * @param seq the number of the label set's last change
   */
  record PlannedClip(UUID video, String name, UUID labelSet, long seq, List<FrameRange> ranges) {}

  /** The same for the same labels, another one after any change. */
  String fingerprint() {
    try {
      byte[] text = ShapeJson.MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
