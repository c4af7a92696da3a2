package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.EventSegment;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/**
 * How far people agree on one class of events. Each frame is judged by all: there or not.
 *
 * @param yes how often it was said to be there, over all frames and people
 * @param apart ordered pairs of people who differ, by those who judge a frame but one
 */
record EventAgreement(String classId, int yes, int no, double apart) {

  /** Of every class that anybody has. */
  static List<EventAgreement> of(FrameRange frames, List<List<EventSegment>> people) {
    TreeSet<String> types = new TreeSet<>();
    people.forEach(events -> events.forEach(event -> types.add(event.classId())));
    return types.stream().map(type -> of(frames, people, type)).toList();
  }

  private static EventAgreement of(
      FrameRange frames, List<List<EventSegment>> people, String type) {
    List<BitSet> said = people.stream().map(events -> frames(frames, events, type)).toList();
    int all = people.size();
    int yes = 0;
    double apart = 0;
    for (int i = 0; i < frames.length(); i++) {
      int at = i;
      int there = (int) said.stream().filter(each -> each.get(at)).count();
      yes += there;
      apart += all < 2 ? 0 : 2.0 * there * (all - there) / (all - 1);
    }
    return new EventAgreement(type, yes, all * frames.length() - yes, apart);
  }

  private static BitSet frames(FrameRange frames, List<EventSegment> events, String type) {
    BitSet said = new BitSet();
    for (EventSegment event : events) {
      int from = Math.max(event.from(), frames.from());
      int to = Math.min(event.to(), frames.to());
      if (event.classId().equals(type) && from < to) {
        said.set(from - frames.from(), to - frames.from());
      }
    }
    return said;
  }

  /** Krippendorff's alpha over all of them; NaN where nobody has any event. */
  static double alpha(List<EventAgreement> classes) {
    if (classes.isEmpty()) {
      return Double.NaN;
    }
    double yes = classes.stream().mapToInt(EventAgreement::yes).sum();
    double no = classes.stream().mapToInt(EventAgreement::no).sum();
    double apart = classes.stream().mapToDouble(EventAgreement::apart).sum();
    return Krippendorff.alpha(List.of(yes, no), apart);
  }
}
