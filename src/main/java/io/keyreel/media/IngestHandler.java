package io.keyreel.media;

import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobHandler;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The job that takes a video from uploaded to ready, or to rejected with a reason. */
@Component
class IngestHandler implements JobHandler {
  private final Library library;
  private final Ingest ingest;

  IngestHandler(Library library, Ingest ingest) {
    this.library = library;
    this.ingest = ingest;
  }

  @Override
  public String topic() {
    return Videos.INGEST_TOPIC;
  }

  @Override
  public void run(JobContext context) {
    Optional<Video> video = library.find(context.job().subject());
    if (video.isEmpty() || video.get().state() != VideoState.INGESTING) {
      return;
    }
    try {
      library.ready(video.get(), ingest.ingest(video.get(), context));
    } catch (UserError.Unavailable away) {
      // A failure of the machine, not of the recording: the queue tries again.
      throw new IllegalStateException(away.getMessage(), away);
    } catch (UserError refusal) {
      if (library.reject(video.get(), String.valueOf(refusal.getMessage()))) {
        ingest.discard(video.get().id());
      }
      throw refusal;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The original is kept: once the machine is mended, the ingest can be started again. */
  @Override
  public void failed(Job job, String reason) {
    library
        .find(job.subject())
        .filter(video -> video.state() == VideoState.INGESTING)
        .ifPresent(video -> library.reject(video, "The video could not be ingested. " + reason));
  }
}
