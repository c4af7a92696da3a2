package io.keyreel.ui.projects;

import io.keyreel.labels.Attribute;
import io.keyreel.labels.OntologyClass;
import io.keyreel.ui.base.Icons;
import java.util.List;

/**
 * A start for a project: classes with colours, keys and attributes that fit a kind of footage.
 *
 * @param id kept with the project
 */
record Template(String id, String name, String advice, Icons icon, List<OntologyClass> classes) {
  static final List<Template> ALL =
      List.of(
          new Template(
              "segmentation",
              "Instance segmentation",
              "People, vehicles, animals, things",
              Icons.SHAPES,
              List.of(
                  thing("person", "Person", "#3a8dff", "1"),
                  thing("vehicle", "Vehicle", "#e0607e", "2"),
                  thing("animal", "Animal", "#e3b341", "3"),
                  thing("object", "Object", "#2fa8a0", "4"))),
          new Template(
              "driving",
              "Road scenes",
              "Traffic, riders, the road itself",
              Icons.ROAD,
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
              Icons.INSPECT,
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
              Icons.SPORT,
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
              Icons.LEAF,
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
          new Template(
              "empty", "Empty", "You define the classes yourself", Icons.SPARK, List.of()));

  static Template of(String id) {
    return ALL.stream()
        .filter(template -> template.id.equals(id))
        .findFirst()
        .orElseGet(ALL::getFirst);
  }

  private static OntologyClass thing(
      String id, String name, String color, String key, Attribute... attributes) {
    return new OntologyClass(id, name, "thing", color, key, List.of(attributes));
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
