package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A start for a project: classes with colours, keys and attributes that fit a kind of footage.
 *
 * @param id kept with the project
 */
public record Template(
    String id,
    String name,
    String advice,
    List<OntologyClass> classes,
    List<EventClass> events,
    List<ClipClass> clips) {
  private Template(String id, String name, String advice, List<OntologyClass> classes) {
    this(id, name, advice, classes, List.of(), List.of());
  }

  public static final List<Template> ALL =
      List.of(
          new Template(
              "segmentation",
              "Instance segmentation",
              "People, vehicles, animals, things",
              List.of(
                  thing("person", "Person", "#3a8dff", "1"),
                  thing("vehicle", "Vehicle", "#e0607e", "2"),
                  thing("animal", "Animal", "#e3b341", "3"),
                  thing("object", "Object", "#2fa8a0", "4"))),
          new Template(
              "panoptic",
              "Panoptic",
              "Every pixel: things one by one, and the stuff around them",
              List.of(
                  thing("person", "Person", "#e0607e", "1"),
                  thing("vehicle", "Vehicle", "#3a8dff", "2"),
                  thing("object", "Other thing", "#e3b341", "3"),
                  stuff("ground", "Ground", "#7d8795", "4"),
                  stuff("building", "Building", "#c05ad1", "5"),
                  stuff("vegetation", "Vegetation", "#5f9e4a", "6"),
                  stuff("sky", "Sky", "#4fb3e8", "7"))),
          new Template(
              "events",
              "Events",
              "What happens when, and who takes part",
              List.of(
                  thing("person", "Person", "#3a8dff", "1"),
                  thing("object", "Object", "#e3b341", "2")),
              List.of(
                  event("enters", "Enters", "#2fa8a0"),
                  event("leaves", "Leaves", "#e0607e"),
                  event("picks-up", "Picks up", "#7a5cff"),
                  event("puts-down", "Puts down", "#e3803a")),
              List.of(new ClipClass("indoors", "Indoors"), new ClipClass("outdoors", "Outdoors"))),
          new Template(
              "medical",
              "Medical",
              "Instruments, tissue and phases of a procedure",
              List.of(
                  thing("instrument", "Instrument", "#3a8dff", "1"),
                  thing("lesion", "Lesion", "#e0607e", "2", severity()),
                  stuff("organ", "Organ", "#e3b341", "3"),
                  stuff("vessel", "Vessel", "#c05ad1", "4")),
              List.of(
                  event("preparation", "Preparation", "#4fb3e8"),
                  event("dissection", "Dissection", "#e3803a"),
                  event("bleeding", "Bleeding", "#e0607e"),
                  event("closing", "Closing", "#5f9e4a")),
              List.of()),
          new Template(
              "driving",
              "Road scenes",
              "Traffic, riders, the road itself",
              List.of(
                  thing(
                      "car",
                      "Car",
                      "#3a8dff",
                      "1",
                      select("state", "State", "frame", List.of("moving", "stopped", "parked"))),
                  thing("truck", "Truck or bus", "#7a5cff", "2"),
                  thing("pedestrian", "Pedestrian", "#e0607e", "3"),
                  thing("rider", "Rider", "#e3b341", "4"),
                  stuff("road", "Road", "#7d8795", "5"),
                  stuff("vegetation", "Vegetation", "#5f9e4a", "6"))),
          new Template(
              "inspection",
              "Inspection",
              "Defects with a severity, parts",
              List.of(
                  thing("crack", "Crack", "#e0607e", "1", severity()),
                  thing("corrosion", "Corrosion", "#e3803a", "2", severity()),
                  thing("dent", "Dent", "#e3b341", "3", severity()),
                  thing(
                      "part",
                      "Part",
                      "#3a8dff",
                      "4",
                      new Attribute(
                          "serial", "Serial number", "track", "text", List.of(), false)))),
          new Template(
              "sports",
              "Sports",
              "Players with team and number, ball",
              List.of(
                  thing(
                      "player",
                      "Player",
                      "#3a8dff",
                      "1",
                      select("team", "Team", "track", List.of("home", "away")),
                      new Attribute("number", "Number", "track", "number", List.of(), false)),
                  thing("ball", "Ball", "#e0607e", "2"),
                  thing("referee", "Referee", "#e3b341", "3"),
                  stuff("pitch", "Pitch", "#5f9e4a", "4"))),
          new Template(
              "wildlife",
              "Animals and science",
              "Individuals and what they do",
              List.of(
                  thing(
                      "individual",
                      "Individual",
                      "#3a8dff",
                      "1",
                      select(
                          "behaviour",
                          "Behaviour",
                          "frame",
                          List.of("resting", "moving", "feeding", "other"))),
                  thing("nest", "Nest or shelter", "#e3b341", "2"),
                  stuff("water", "Water", "#2fa8a0", "3"))),
          new Template("empty", "Empty", "You define the classes yourself", List.of()));

  Ontology ontology() {
    return new Ontology(0, classes, events, clips);
  }

  public static Optional<Template> find(String id) {
    return ALL.stream().filter(template -> template.id.equals(id)).findFirst();
  }

  /**
   * @throws UserError.Invalid when there is none of this name
   */
  public static Template of(String id) {
    return find(id)
        .orElseThrow(() ->
            new UserError.Invalid(
                "There is no template \"%s\"; choose one of %s."
                    .formatted(
                        id, ALL.stream().map(Template::id).collect(Collectors.joining(", ")))));
  }

  private static OntologyClass thing(
      String id, String name, String color, String key, Attribute... attributes) {
    return new OntologyClass(id, name, "thing", color, key, List.of(attributes));
  }

  private static EventClass event(String id, String name, String color) {
    return new EventClass(id, name, color, List.of());
  }

  private static OntologyClass stuff(String id, String name, String color, String key) {
    return new OntologyClass(id, name, "stuff", color, key, List.of());
  }

  private static Attribute severity() {
    return select("severity", "Severity", "track", List.of("low", "medium", "high"));
  }

  private static Attribute select(String id, String name, String scope, List<String> values) {
    return new Attribute(id, name, scope, "select", values, false);
  }
}
