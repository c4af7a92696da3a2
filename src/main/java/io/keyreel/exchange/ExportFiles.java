package io.keyreel.exchange;

import io.keyreel.access.Audit;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands finished exports out. */
@Service
public class ExportFiles {
  private final Exports exports;
  private final ExportObjects objects;
  private final Audit audit;

  ExportFiles(Exports exports, ExportObjects objects, Audit audit) {
    this.exports = exports;
    this.objects = objects;
    this.audit = audit;
  }

  @Transactional
  public ExportFile find(UUID id, User by) {
    Export export = exports.find(id, by);
    if (!export.done()) {
      throw new UserError.Conflict(
          "This export is not finished (%s); wait until it is done.".formatted(export.state()),
          export);
    }
    audit.record(by, "export.read", "export:" + id, export.project(), Map.of());
    return new ExportFile(
        export,
        "%s-snapshot-%d.zip".formatted(export.format(), export.snapshot()),
        Objects.requireNonNull(export.sizeBytes()),
        Objects.requireNonNull(export.sha256()));
  }

  /** Part of it, for downloads that go on where they stopped. The caller closes the stream. */
  public InputStream open(ExportFile file, long from, long length) {
    return objects.range(key(file.export().id()), from, length);
  }

  static String key(UUID export) {
    return "exports/%s.zip".formatted(export);
  }
}
