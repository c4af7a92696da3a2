package io.keyreel.workflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SkillStore {
  private final JdbcClient jdbc;

  SkillStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> of(UUID project, UUID user) {
    return jdbc
        .sql(
            """
            select unnest(skills) from member_skills
            where project_id = :project and user_id = :user
            """)
        .param("project", project)
        .param("user", user)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  Map<UUID, List<String>> ofProject(UUID project) {
    Map<UUID, List<String>> all = new HashMap<>();
    jdbc.sql("select user_id, skills from member_skills where project_id = :project")
        .param("project", project)
        .query(row -> {
          String[] skills = (String[]) row.getArray("skills").getArray();
          all.put(row.getObject("user_id", UUID.class), Arrays.asList(skills));
        });
    return all;
  }

  List<Skills.Need> needs(UUID project) {
    return jdbc.sql(
            """
            select coalesce(n.skill, h.skill) as skill, coalesce(n.open, 0) as open,
              coalesce(h.people, 0) as people
            from (select skill, count(*) as open from tasks
              where project_id = :project and skill is not null and state <> 'APPROVED'
                and parent_id is null group by skill) n
            full join (select skill, count(*) as people
              from member_skills m join memberships on (memberships.project_id, memberships.user_id)
                  = (m.project_id, m.user_id), unnest(m.skills) skill
              where m.project_id = :project group by skill) h on h.skill = n.skill
            order by 2 desc, 1
            """)
        .param("project", project)
        .query((row, n) -> new Skills.Need(row.getString(1), row.getInt(2), row.getInt(3)))
        .list();
  }

  void save(UUID project, UUID user, List<String> skills) {
    jdbc.sql(
            """
            insert into member_skills (project_id, user_id, skills)
            values (:project, :user, :skills)
            on conflict (project_id, user_id) do update set skills = excluded.skills
            """)
        .param("project", project)
        .param("user", user)
        .param("skills", skills.toArray(String[]::new))
        .update();
  }
}
