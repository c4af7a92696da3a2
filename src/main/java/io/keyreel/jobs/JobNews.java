package io.keyreel.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tells watchers what became of a job, and workers that there is one. */
final class JobNews {
  static final String DUE = "jobs:due";
  private static final int LONGEST_TEXT = 1000;

  private final Broadcast broadcast;
  private final JsonMapper json;

  JobNews(Broadcast broadcast, JsonMapper json) {
    this.broadcast = broadcast;
    this.json = json;
  }

  void due() {
    broadcast.publish(DUE, "{}");
  }

  void changed(Job job) {
    Map<String, Object> news = new LinkedHashMap<>();
    news.put("type", "job");
    news.put("id", job.id());
    news.put("topic", job.topic());
    news.put("subject", job.subject());
    if (job.projectId() != null) {
      news.put("projectId", job.projectId());
    }
    news.put("title", shortened(job.title()));
    news.put("state", job.state());
    news.put("progress", job.progress());
    news.put("message", shortened(job.message()));
    if (job.error() != null) {
      news.put("error", shortened(job.error()));
    }
    String text = json.writeValueAsString(news);
    broadcast.publish("job:" + job.id(), text);
    if (job.projectId() != null) {
      broadcast.publish("project:" + job.projectId(), text);
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
