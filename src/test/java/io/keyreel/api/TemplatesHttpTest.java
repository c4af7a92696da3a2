package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@KeyreelTest
class TemplatesHttpTest {
  @Autowired private ApplicationContext context;

  @Test
  void aProjectMadeByATemplateHasItsClassesEventsAndClips() {
    TestPeople people = new TestPeople(context);
    User admin = people.siteAdmin();
    Http http = new Http(context);
    Map<String, String> bearer = Http.bearer(people.token(admin));

    JsonNode templates = Http.json(http.send("GET", "/api/v1/projects/templates", bearer));
    assertThat(templates)
        .extracting(template -> template.path("id").asString())
        .contains("segmentation", "panoptic", "events", "inspection", "sports", "medical");
    for (JsonNode template : templates) {
      JsonNode ontology = made(http, bearer, template.path("id").asString());
      for (String part : new String[] {"classes", "events", "clips"}) {
        assertThat(ontology.path(part)).hasSameSizeAs(template.path(part));
      }
    }

    HttpResponse<String> unknown =
        http.send(
            "POST", "/api/v1/projects", bearer, Map.of("name", "Park", "template", "unheard of"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("choose one of segmentation");
  }

  private static JsonNode made(Http http, Map<String, String> bearer, String template) {
    JsonNode project =
        Http.json(
            http.send(
                "POST", "/api/v1/projects", bearer, Map.of("name", "Park", "template", template)));
    assertThat(project.path("template").asString()).isEqualTo(template);
    return Http.json(
        http.send(
            "GET", "/api/v1/projects/" + project.path("id").asString() + "/ontology", bearer));
  }
}
