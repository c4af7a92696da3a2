package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what is said without shapes: events and classes of the clip. */
@Component
class DescriptionReader {
  private final EventStore events;
  private final TagStore tags;

  DescriptionReader(EventStore events, TagStore tags) {
    this.events = events;
    this.tags = tags;
  }

  List<EventSegment> events(UUID labelSet, FrameRange range) {
    return events.in(labelSet, range);
  }

  List<ClipTag> tags(UUID labelSet) {
    return tags.ofClip(labelSet);
  }
}
