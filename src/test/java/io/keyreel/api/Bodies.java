package io.keyreel.api;

import io.keyreel.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to send where an empty object would be refused before anybody asks who sends it. */
final class Bodies {
  private static final List<Map<String, String>> STAGES =
      List.of(
          Map.of("id", "label", "name", "Label", "kind", "LABEL"),
          Map.of("id", "review", "name", "Review", "kind", "REVIEW"),
          Map.of("id", "approved", "name", "Approved", "kind", "APPROVED"));

  private Bodies() {}

  static Object body(EntryPoint entry, Scene scene) {
    return switch (entry.toString()) {
      case "POST /api/v1/sign-in" ->
          Map.of("email", Ids.next() + "@test.local", "password", "of nobody");
      case "POST /api/v1/projects" -> Map.of("name", "Another");
      case "PATCH /api/v1/projects/{project}" -> Map.of("version", 1, "name", "Renamed");
      case "POST /api/v1/projects/{project}/members" ->
          Map.of("email", "drill-" + Ids.next() + "@test.local", "role", "LABELER");
      case "PUT /api/v1/projects/{project}/members/{user}" -> Map.of("role", "REVIEWER");
      case "POST /api/v1/users" ->
          Map.of("email", "drill-" + Ids.next() + "@test.local", "name", "x", "siteAdmin", false);
      case "PUT /api/v1/projects/{project}/ontology" ->
          Map.of("version", 1, "classes", List.of(), "events", List.of(), "clips", List.of());
      case "PUT /api/v1/projects/{project}/workflow" -> Map.of("version", 1, "stages", STAGES);
      case "POST /api/v1/projects/{project}/exports" ->
          Map.of("format", "coco", "images", false, "scope", "approved");
      case "POST /api/v1/projects/{project}/tasks/cut",
          "POST /api/v1/projects/{project}/tasks/cut/preview" ->
          Map.of("cut", Map.of("by", "shots"));
      case "POST /api/v1/projects/{project}/tasks/bulk" ->
          Map.of("tasks", List.of(scene.id("task")), "priority", 1);
      case "POST /api/v1/projects/{project}/ontology/preview",
          "POST /api/v1/projects/{project}/ontology/migrate" ->
          Map.of(
              "ontology",
              Map.of("version", 1, "classes", List.of(), "events", List.of(), "clips", List.of()));
      case "PUT /api/v1/projects/{project}/guidelines" -> Map.of("version", 0, "markdown", "# How");
      case "PUT /api/v1/projects/{project}/return-reasons" -> List.of("Loose edges");
      case "POST /api/v1/projects/{project}/bulk-acceptances" -> Map.of("threshold", 0.9);
      case "POST /api/v1/projects/{project}/bulk-acceptances/{bulk}/verdicts" ->
          Map.of("sample", 0, "good", true);
      case "POST /api/v1/tasks/{task}/consensus/merge" -> Map.of("method", "staple");
      case "PUT /api/v1/projects/{project}/gold/rules" -> Map.of("share", 5, "threshold", 0.7);
      case "POST /api/v1/tasks/{task}/sweeps" -> Map.of("speed", 2);
      case "POST /api/v1/tasks/{task}/sweeps/{sweep}/shown" ->
          Map.of("ranges", List.of(List.of(0, 1)));
      case "POST /api/v1/tasks/{task}/sweeps/{sweep}/misses" ->
          Map.of("track", Ids.next(), "frame", 0);
      case "PUT /api/v1/me/mail" -> Map.of("mode", "DAILY");
      case "POST /api/v1/projects/{project}/task-filters" -> Map.of("name", "Mine");
      case "PUT /api/v1/projects/{project}/skills/{user}" -> List.of("night");
      case "POST /api/v1/projects/{project}/skills" ->
          Map.of("people", List.of(scene.id("user")), "add", List.of("night"));
      case "PUT /api/v1/videos/{video}/shots" ->
          List.of(Map.of("from", 0, "to", 100, "transition", "START"));
      case "POST /api/v1/tasks/{task}/changes" -> Map.of("ops", List.of());
      case "POST /api/v1/tasks/{task}/history/restore" -> Map.of("seq", 0);
      case "POST /api/v1/tasks/{task}/late-edits/discard" -> Map.of("reason", "Drawn anew");
      case "POST /api/v1/tasks/{task}/coverage" -> Map.of("ranges", List.of(List.of(0, 1)));
      case "POST /api/v1/tasks/{task}/presence" -> Map.of("frame", 0);
      case "POST /api/v1/tasks/{task}/runs" -> Map.of("direction", "both");
      case "POST /api/v1/tasks/{task}/segment" -> Map.of("frame", 0, "prompts", List.of());
      case "PATCH /api/v1/tasks/{task}" -> Map.of("version", 1, "priority", 1);
      case "POST /api/v1/tasks/{task}/transitions" -> Map.of("action", "submit", "version", 1);
      case "POST /api/v1/tasks/{task}/accept" -> Map.of("track", Ids.next(), "from", 0, "to", 1);
      case "POST /api/v1/tasks/{task}/notes" -> Map.of("from", 0, "to", 1, "body", "look");
      case "POST /api/v1/notes/{note}/replies" -> Map.of("body", "seen");
      case "POST /api/v1/notes/{note}/resolve", "POST /api/v1/notes/{note}/reopen" ->
          Map.of("version", 1);
      default -> Map.of();
    };
  }

  static String query(EntryPoint entry) {
    return entry.path().endsWith("/masks") ? "?from=0&to=1" : "";
  }

  static Map<String, String> headers(EntryPoint entry, Scene scene) {
    Map<String, String> headers = new HashMap<>();
    if (entry.path().startsWith("/api/v1/uploads")) {
      headers.put("Tus-Resumable", "1.0.0");
      headers.put("Upload-Length", "10");
      headers.put("Upload-Offset", "0");
      headers.put(
          "Upload-Metadata",
          "filename %s,project %s".formatted(base64("a.mp4"), base64("" + scene.id("project"))));
      headers.put("Content-Type", "application/offset+octet-stream");
    }
    return headers;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
