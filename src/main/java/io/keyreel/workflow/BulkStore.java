package io.keyreel.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class BulkStore {
  private static final TypeReference<List<BulkAcceptance.Span>> SPANS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  BulkStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(
      UUID id,
      UUID project,
      double threshold,
      int frames,
      List<BulkAcceptance.Span> spans,
      UUID author,
      Instant now) {
    jdbc.sql(
            """
            insert into bulk_acceptances
              (id, project_id, threshold, state, frames, spans, author, created_at)
            values (:id, :project, :threshold, 'OPEN', :frames, :spans::jsonb, :author, :now)
            """)
        .param("id", id)
        .param("project", project)
        .param("threshold", threshold)
        .param("frames", frames)
        .param("spans", json.writeValueAsString(spans))
        .param("author", author)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void insertSample(UUID bulk, int number, BulkAcceptance.Span span, int frame, double confidence) {
    jdbc.sql(
            """
            insert into bulk_samples (bulk_id, number, task_id, track_id, frame, confidence)
            values (:bulk, :number, :task, :track, :frame, :confidence)
            """)
        .param("bulk", bulk)
        .param("number", number)
        .param("task", span.task())
        .param("track", span.track())
        .param("frame", frame)
        .param("confidence", confidence)
        .update();
  }

  Optional<BulkAcceptance> find(UUID project, UUID id) {
    return jdbc.sql(
            """
            select *, jsonb_array_length(spans) as span_count from bulk_acceptances
            where id = :id and project_id = :project
            """)
        .param("id", id)
        .param("project", project)
        .query((row, n) -> {
          List<BulkAcceptance.Sample> samples = samples(id);
          int frames = row.getInt("frames");
          int judged = (int) samples.stream().filter(s -> s.good() != null).count();
          int bad = (int) samples.stream().filter(s -> Boolean.FALSE.equals(s.good())).count();
          return new BulkAcceptance(
              id,
              row.getDouble("threshold"),
              row.getString("state"),
              frames,
              row.getInt("span_count"),
              samples,
              judged == 0 ? null : BulkAcceptance.Report.of(judged, bad, frames));
        })
        .optional();
  }

  private List<BulkAcceptance.Sample> samples(UUID bulk) {
    return jdbc.sql("select * from bulk_samples where bulk_id = :bulk order by number")
        .param("bulk", bulk)
        .query((row, n) ->
            new BulkAcceptance.Sample(
                row.getInt("number"),
                row.getObject("task_id", UUID.class),
                row.getObject("track_id", UUID.class),
                row.getInt("frame"),
                row.getDouble("confidence"),
                row.getObject("good", Boolean.class)))
        .list();
  }

  List<BulkAcceptance.Span> spans(UUID bulk) {
    return jdbc.sql("select spans::text from bulk_acceptances where id = :id")
        .param("id", bulk)
        .query((row, n) -> json.readValue(row.getString(1), SPANS))
        .single();
  }

  boolean judge(UUID bulk, int number, boolean good) {
    return jdbc.sql(
                "update bulk_samples set good = :good where bulk_id = :bulk and number = :number")
            .param("good", good)
            .param("bulk", bulk)
            .param("number", number)
            .update()
        == 1;
  }

  void settle(UUID bulk, String state) {
    jdbc.sql("update bulk_acceptances set state = :state where id = :id and state = 'OPEN'")
        .param("state", state)
        .param("id", bulk)
        .update();
  }
}
