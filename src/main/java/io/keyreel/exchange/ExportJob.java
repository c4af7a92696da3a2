package io.keyreel.exchange;

import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobHandler;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the file of an export: a snapshot first, then the file of it. Killed anywhere and run
 * again, it makes the same file of the same snapshot.
 */
@Component
class ExportJob implements JobHandler {
  private final ExportStore store;
  private final Snapshots snapshots;
  private final SnapshotFiles files;
  private final ExportObjects objects;
  private final ClipMedia media;
  private final InstantSource clock;

  ExportJob(
      ExportStore store,
      Snapshots snapshots,
      SnapshotFiles files,
      ExportObjects objects,
      ClipMedia media,
      InstantSource clock) {
    this.store = store;
    this.snapshots = snapshots;
    this.files = files;
    this.objects = objects;
    this.media = media;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return Exports.TOPIC;
  }

  @Override
  public void run(JobContext context) {
    UUID id = context.job().subject();
    if (!store.start(id)) {
      return;
    }
    Export export = store.find(id).orElseThrow(Exports::missing);
    context.progress().report(0, "Taking a snapshot");
    Snapshot snapshot = snapshot(export, context);
    Losses losses = new Losses();
    ExportObjects.Written written =
        objects.put(
            ExportFiles.key(id),
            "application/zip",
            out -> {
              try (ExportZip zip = new ExportZip(out)) {
                write(export, snapshot, zip, losses, context);
              }
            });
    if (!store.finish(id, written, losses.list(), clock.instant())) {
      objects.delete(ExportFiles.key(id));
    }
  }

  @Override
  public void failed(Job job, String reason) {
    store.fail(job.subject(), reason, clock.instant());
  }

  private Snapshot snapshot(Export export, JobContext context) {
    return store
        .snapshotOf(export.id())
        .map(snapshots::find)
        .orElseGet(() -> {
          Snapshot taken =
              snapshots.take(
                  export.project(),
                  Scope.valueOf(export.scope().toUpperCase(Locale.ROOT)),
                  export.author(),
                  context.cancellation());
          store.setSnapshot(export.id(), taken.id());
          return taken;
        });
  }

  private void write(
      Export export, Snapshot snapshot, ExportZip zip, Losses losses, JobContext context)
      throws IOException {
    StoredSource source =
        new StoredSource(
            snapshot, files, media, export.images(), context.progress(), context.cancellation());
    ExportFormat.of(export.format()).writer().write(source, zip, export.images(), losses);
    zip.text("losses.txt", StoredSource.lossText(snapshot.head(), losses.list()));
  }
}
