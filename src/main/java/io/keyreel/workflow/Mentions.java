package io.keyreel.workflow;

import io.keyreel.access.Member;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whom a text calls by name: "@Rosa", "@Rosa Lind" or "@rosa.lind", the part of an address before
 * its "@". A name that several have calls all of them.
 */
@Component
class Mentions {
  private final Projects projects;

  Mentions(Projects projects) {
    this.projects = projects;
  }

  Set<UUID> in(String text, UUID project, User by) {
    Set<UUID> called = new LinkedHashSet<>();
    if (text.indexOf('@') >= 0) {
      projects.members(project, by).stream()
          .map(Member::user)
          .filter(user -> calls(text, user.name(), user.email()))
          .forEach(user -> called.add(user.id()));
    }
    return called;
  }

  static boolean calls(String text, String name, String email) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> names =
        Stream.of(name, name.split("\\s+")[0], email.split("@")[0])
            .map(each -> each.toLowerCase(Locale.ROOT))
            .filter(each -> !each.isBlank())
            .distinct()
            .toList();
    return names.stream()
        .anyMatch(each ->
            Pattern.compile("(?<![\\p{L}\\p{N}])@" + Pattern.quote(each) + "(?![\\p{L}\\p{N}])")
                .matcher(lower)
                .find());
  }
}
