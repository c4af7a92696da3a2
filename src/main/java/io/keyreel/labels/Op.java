package io.keyreel.labels;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyreel.geometry.Shape;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One edit, made by a client under an id of its own. Sent again under the same id it is answered,
 * not done again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Op.TrackCreate.class, name = "track.create"),
  @JsonSubTypes.Type(value = Op.TrackUpdate.class, name = "track.update"),
  @JsonSubTypes.Type(value = Op.TrackDelete.class, name = "track.delete"),
  @JsonSubTypes.Type(value = Op.TrackRestore.class, name = "track.restore"),
  @JsonSubTypes.Type(value = Op.KeyframePut.class, name = "keyframe.put"),
  @JsonSubTypes.Type(value = Op.KeyframeCommit.class, name = "keyframe.commit"),
  @JsonSubTypes.Type(value = Op.KeyframeDelete.class, name = "keyframe.delete"),
  @JsonSubTypes.Type(value = Op.StatePut.class, name = "state.put"),
  @JsonSubTypes.Type(value = Op.StateDelete.class, name = "state.delete"),
  @JsonSubTypes.Type(value = Op.AcceptancePut.class, name = "acceptance.put"),
  @JsonSubTypes.Type(value = Op.AcceptanceDelete.class, name = "acceptance.delete"),
  @JsonSubTypes.Type(value = Op.EventPut.class, name = "event.put"),
  @JsonSubTypes.Type(value = Op.EventDelete.class, name = "event.delete"),
  @JsonSubTypes.Type(value = Op.TagPut.class, name = "tag.put"),
  @JsonSubTypes.Type(value = Op.TagDelete.class, name = "tag.delete")
})
public sealed interface Op {
  UUID op();

  /** The version of the subject this was made upon; 0 for a new one. */
  long base();

  /** Ties operations that belong together, such as the steps of a restore. */
  @Nullable UUID group();

  record TrackCreate(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track,
      @Nullable TrackKind trackKind,
      @Nullable String classId,
      @Nullable String name,
      @Nullable String color,
      @Nullable Map<String, Object> attributes)
      implements Op {}

  /** Changes what {@code set} names: classId, name, color, attributes, z, groupId, trackKind. */
  record TrackUpdate(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track,
      @JsonProperty(required = true) Map<String, @Nullable Object> set)
      implements Op {}

  record TrackDelete(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track)
      implements Op {}

  record TrackRestore(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track)
      implements Op {}

  record KeyframePut(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track,
      @JsonProperty(required = true) int frame,
      @JsonProperty(required = true) Slot slot,
      @JsonProperty(required = true) Shape shape,
      @Nullable Integer z,
      boolean draft)
      implements Op {}

  record KeyframeCommit(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track,
      @JsonProperty(required = true) int frame,
      @JsonProperty(required = true) Slot slot)
      implements Op {}

  record KeyframeDelete(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track,
      @JsonProperty(required = true) int frame,
      @JsonProperty(required = true) Slot slot)
      implements Op {}

  record StatePut(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track,
      @JsonProperty(required = true) int frame,
      @Nullable Visibility visibility,
      @Nullable AbsenceReason reason,
      @Nullable Boolean truncated,
      @Nullable Map<String, Object> attributes)
      implements Op {}

  record StateDelete(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID track,
      @JsonProperty(required = true) int frame)
      implements Op {}

  record AcceptancePut(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID id,
      @JsonProperty(required = true) UUID track,
      @JsonProperty(required = true) int from,
      @JsonProperty(required = true) int to,
      @JsonProperty(required = true) UUID run,
      long generation)
      implements Op {}

  record AcceptanceDelete(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID id)
      implements Op {}

  /** A labelled interval, half open; its tracks take part. */
  record EventPut(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID id,
      @JsonProperty(required = true) String classId,
      @JsonProperty(required = true) int from,
      @JsonProperty(required = true) int to,
      @Nullable Map<String, Object> attributes,
      @Nullable List<UUID> participants)
      implements Op {}

  record EventDelete(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID id)
      implements Op {}

  /** A clip class said of the whole clip. */
  record TagPut(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID id,
      @JsonProperty(required = true) String classId,
      @Nullable Map<String, Object> value)
      implements Op {}

  record TagDelete(
      @JsonProperty(required = true) UUID op,
      long base,
      @Nullable UUID group,
      @JsonProperty(required = true) UUID id)
      implements Op {}

  /** What a client sent that cannot be read; it is refused with {@code message}. */
  record Malformed(UUID op, String message) implements Op {
    @Override
    public long base() {
      return 0;
    }

    @Override
    public @Nullable UUID group() {
      return null;
    }
  }
}
