package io.keyreel.assist;

import io.keyreel.jobs.JobQueue;
import io.keyreel.media.VideoDependent;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stops the runs over a video that goes. */
@Component
class VideoRuns implements VideoDependent {
  private final VideoRunStore store;
  private final JobQueue jobs;

  VideoRuns(VideoRunStore store, JobQueue jobs) {
    this.store = store;
    this.jobs = jobs;
  }

  @Override
  public void leave(UUID video) {
    store.activeJobs(video).forEach(jobs::cancel);
  }
}
