package io.keyreel.analytics;

import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.Chunk;
import io.keyreel.labels.Op;
import io.keyreel.labels.Proposals;
import io.keyreel.labels.Slot;
import io.keyreel.labels.Span;
import io.keyreel.labels.TrackKind;
import io.keyreel.labels.Visibility;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Days of a team: scripts over REST whose clock is the simulation's. All shapes are rectangles, so
 * that their figures can be counted in SQL. People err: they send things twice, late, upon old
 * versions, take their own work for review, draw beside the object, and take back what they said.
 */
final class Fortnight {
  static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
  private static final List<String> REASONS =
      List.of("Left leg missing", "left leg  missing ", "Wrong class", "Loose outline");

  final TestTasks scene;
  final List<Task> tasks = new ArrayList<>();
  final List<SimPerson> people = new ArrayList<>();
  int refusals;
  int requests;

  private final SimApi api;
  private final SimClock clock;
  private final Proposals proposals;
  private final JdbcClient jdbc;
  private final String lead;
  private final Random chance = new Random(20260302);
  private final Map<UUID, Integer> lengths = new HashMap<>();
  private final List<String> shown = new ArrayList<>();

  Fortnight(ApplicationContext context, SimClock clock, int port, int labelers) {
    this.clock = clock;
    clock.to(FIRST.plus(Duration.ofHours(5)));
    api = new SimApi(port);
    scene = new TestTasks(context);
    proposals = context.getBean(Proposals.class);
    jdbc = context.getBean(JdbcClient.class);
    jdbc.sql(
            """
            create table simulated (run_id uuid, track_id uuid, frame int, x int, y int, w int, h int);
            create table simulated_sweeps (sweep uuid, person uuid, frames int);
            create table simulated_gold (user_id uuid, engine text, j float8, f float8, shapes int,
              at timestamptz)
            """)
        .update();
    lead = scene.people.token(scene.lead);
    for (int i = 0; i < labelers; i++) {
      hire(scene.member(Role.LABELER), false, i == 0 ? 20 : 8 + i % 3);
    }
    for (int i = 0; i < Math.max(1, labelers / 3); i++) {
      hire(scene.member(Role.REVIEWER), true, 9 + i % 2);
    }
  }

  /** New recordings, each a task. */
  void arrive(int videos) {
    for (int i = 0; i < videos; i++) {
      Task task = scene.task(24 + chance.nextInt(100));
      tasks.add(task);
      lengths.put(task.id(), task.frames().length());
    }
  }

  private void hire(User user, boolean reviews, int shift) {
    people.add(
        new SimPerson(user, scene.people.token(user), reviews, shift, FIRST, people.size() + 7L));
  }

  /** Lets everybody work until the end of a day. */
  void run(int days) {
    Instant end = FIRST.plus(Duration.ofDays(days));
    while (true) {
      SimPerson person =
          Collections.min(people, Comparator.comparing((SimPerson each) -> each.next));
      if (!person.next.isBefore(end)) {
        clock.to(end);
        return;
      }
      clock.to(person.next);
      if (person.plan.isEmpty()) {
        find(person);
      }
      Duration pause =
          person.plan.isEmpty()
              ? Duration.ofMinutes(20 + person.chance.nextInt(40))
              : person.plan.poll().act();
      person.goOn(clock.look(), pause, FIRST);
      if (chance.nextInt(150) == 0) {
        lead();
      }
    }
  }

  private void find(SimPerson person) {
    SimApi.Answer answer =
        post(person.token, "/projects/" + scene.project.id() + "/next-task", null);
    if (answer.status() == 204) {
      person.task = null;
      takeOwnForReview(person);
      return;
    }
    JsonNode task = answer.json();
    person.task = UUID.fromString(task.path("id").asString());
    boolean review = task.path("stage").path("kind").asString().equals("REVIEW");
    if (review) {
      planReview(person);
    } else {
      planLabels(person, task.path("round").asInt());
    }
  }

  /** What nobody may do: it is refused. */
  private void takeOwnForReview(SimPerson person) {
    jdbc.sql(
            """
            select id from tasks where project_id = ? and stage_kind = 'REVIEW' and state = 'OPEN'
              and labeler = ? limit 1
            """)
        .params(scene.project.id(), person.user.id())
        .query(UUID.class)
        .optional()
        .ifPresent(own -> {
          move(person.token, own, "claim", null);
          move(person.token, own, "approve", null);
        });
  }

  private void planLabels(SimPerson person, int round) {
    UUID task = person.task;
    int length = lengths.get(task);
    person.plan.add(() -> active(person, task, 6, 15));
    if (round > 1) {
      person.plan.add(() -> mend(person, task, length));
    } else {
      for (int object = 0; object < 1 + person.chance.nextInt(3); object++) {
        person.plan.add(() -> object(person, task, length));
      }
      if (person.chance.nextInt(3) == 0) {
        person.plan.add(() -> box(person, task, length));
      }
    }
    person.plan.add(() -> look(person, task, length));
    person.plan.add(() -> submit(person, task));
  }

  private void planReview(SimPerson person) {
    UUID task = person.task;
    int length = lengths.get(task);
    person.plan.add(() -> active(person, task, 10, 25));
    person.plan.add(() -> accept(person, task));
    if (person.chance.nextInt(3) == 0) {
      person.plan.add(() -> sweep(person, task, length));
    }
    person.plan.add(() -> look(person, task, length));
    person.plan.add(() -> decide(person, task));
  }

  private Duration active(SimPerson person, UUID task, int moments, int most) {
    List<Moment> sent = new ArrayList<>();
    long ago = 0;
    for (int i = 0; i < moments; i++) {
      sent.add(new Moment(Ids.next(), ago, i));
      ago += 1000L * (1 + person.chance.nextInt(person.chance.nextInt(6) == 0 ? 150 : most));
    }
    if (person.chance.nextInt(8) == 0) {
      sent.replaceAll(m -> new Moment(m.id(), m.ago() + 3_600_000, m.frame()));
    }
    post(person.token, "/tasks/" + task + "/activity", Map.of("moments", sent));
    if (person.chance.nextInt(4) == 0) {
      post(person.token, "/tasks/" + task + "/activity", Map.of("moments", sent));
    }
    return Duration.ofSeconds(5 + person.chance.nextInt(90));
  }

  private Duration object(SimPerson person, UUID task, int length) {
    UUID track = Ids.next();
    boolean dog = person.chance.nextBoolean();
    List<Op> ops = new ArrayList<>();
    ops.add(
        new Op.TrackCreate(
            Ids.next(),
            0,
            null,
            track,
            TrackKind.OBJECT,
            dog ? "dog" : "ball",
            "",
            null,
            Map.of("breed", "mixed")));
    SimRect rect = SimRect.any(person.chance);
    boolean draft = person.chance.nextBoolean();
    ops.add(put(track, 0, rect.shape(), 0, draft));
    if (draft) {
      ops.add(put(track, 0, rect.moved(1).shape(), 1, true));
      ops.add(new Op.KeyframeCommit(Ids.next(), 2, null, track, 0, Slot.MASK));
    }
    if (person.chance.nextInt(4) == 0) {
      ops.add(
          new Op.TrackUpdate(Ids.next(), 1, null, track, Map.of("classId", dog ? "ball" : "dog")));
    }
    send(person, task, ops);
    person.plan.addFirst(() -> correct(person, task, track, length));
    person.plan.addFirst(() -> propose(task, track, 1, length, rect));
    return Duration.ofSeconds(4 + person.chance.nextInt(50));
  }

  private Duration propose(UUID task, UUID track, int from, int to, SimRect rect) {
    if (from >= to) {
      return Duration.ofSeconds(1);
    }
    UUID run = Ids.next();
    UUID set = tasks.stream().filter(t -> t.id().equals(task)).findFirst().orElseThrow().labelSet();
    Span span = new Span(track, from - 1);
    long fence = proposals.claim(set, List.of(span)).get(span);
    for (int start = from; start < to; start += 32) {
      FrameRange frames = new FrameRange(start, Math.min(to, start + 32));
      List<@Nullable Shape> shapes = new ArrayList<>();
      float[] confidence = new float[frames.length()];
      List<Visibility> seen = new ArrayList<>();
      for (int i = 0; i < frames.length(); i++) {
        boolean gone = chance.nextInt(20) == 0;
        SimRect here = rect.moved(chance.nextInt(3));
        shapes.add(gone ? null : here.shape());
        seen.add(
            gone
                ? Visibility.ABSENT
                : chance.nextInt(9) == 0 ? Visibility.OCCLUDED : Visibility.VISIBLE);
        confidence[i] = (float) Math.pow(chance.nextDouble(), 0.4);
        if (!gone) {
          shown.add(here.row(run, track, frames.from() + i));
        }
      }
      proposals.write(
          new Chunk(
              set,
              run,
              span,
              Slot.MASK,
              frames,
              generation++,
              "simulated",
              shapes,
              confidence,
              seen,
              0),
          fence);
    }
    flush();
    return Duration.ofSeconds(2 + chance.nextInt(40));
  }

  private long generation = 1;

  private void flush() {
    if (!shown.isEmpty()) {
      jdbc.sql("insert into simulated values " + String.join(", ", shown)).update();
      shown.clear();
    }
  }

  private Duration correct(SimPerson person, UUID task, UUID track, int length) {
    int frame = 2 + person.chance.nextInt(length - 3);
    SimRect rect = SimRect.any(person.chance);
    List<Op> ops = new ArrayList<>(List.of(put(track, frame, rect.shape(), 0, false)));
    if (person.chance.nextInt(3) == 0) {
      ops.add(put(track, frame, rect.moved(2).shape(), 1, false));
      ops.add(put(track, frame, rect.moved(3).shape(), 1, false));
    }
    if (person.chance.nextInt(3) == 0) {
      Visibility what = person.chance.nextBoolean() ? Visibility.OCCLUDED : Visibility.ABSENT;
      int at = person.chance.nextInt(length);
      Boolean cut = person.chance.nextBoolean() ? Boolean.TRUE : null;
      ops.add(new Op.StatePut(Ids.next(), 0, null, track, at, what, null, cut, null));
      int back = Math.min(length - 1, at + 5);
      if (back > at) {
        ops.add(
            new Op.StatePut(
                Ids.next(), 0, null, track, back, Visibility.VISIBLE, null, null, null));
      }
    }
    if (person.chance.nextInt(7) == 0) {
      ops.add(new Op.KeyframeDelete(Ids.next(), 1, null, track, frame, Slot.MASK));
    }
    if (person.chance.nextInt(9) == 0) {
      ops.add(new Op.TrackDelete(Ids.next(), 1, null, track));
    }
    send(person, task, ops);
    person.plan.addFirst(() -> propose(task, track, frame + 1, length, rect));
    return Duration.ofSeconds(6 + person.chance.nextInt(80));
  }

  private Duration box(SimPerson person, UUID task, int length) {
    UUID track = Ids.next();
    Shape box = new BoxShape(5, 6, 20, 10, 0);
    int last = length - 1;
    send(
        person,
        task,
        List.of(
            new Op.TrackCreate(
                Ids.next(), 0, null, track, TrackKind.OBJECT, "ball", "", null, Map.of()),
            new Op.KeyframePut(Ids.next(), 0, null, track, 0, Slot.BOX, box, null, false),
            new Op.KeyframePut(Ids.next(), 0, null, track, last, Slot.BOX, box, null, false)));
    return Duration.ofSeconds(10 + person.chance.nextInt(40));
  }

  private Duration mend(SimPerson person, UUID task, int length) {
    List<UUID> tracks =
        jdbc.sql(
                """
                select distinct t.id from tracks t join tasks k on k.label_set_id = t.label_set_id
                join keyframes f on f.track_id = t.id and f.slot = 'MASK'
                where k.id = ? and not t.deleted order by t.id limit 1
                """)
            .params(task)
            .query(UUID.class)
            .list();
    tracks.forEach(track -> person.plan.addFirst(() -> correct(person, task, track, length)));
    return Duration.ofSeconds(20);
  }

  /** Accepts what is proposed of one track, and takes it back at times. */
  private Duration accept(SimPerson person, UUID task) {
    JsonNode state = api.call(person.token, "GET", "/tasks/" + task + "/labels", null).json();
    List<Op> ops = new ArrayList<>();
    for (JsonNode piece : state.path("proposals")) {
      if (person.chance.nextInt(3) == 0) {
        continue;
      }
      UUID id = Ids.next();
      ops.add(
          new Op.AcceptancePut(
              Ids.next(),
              0,
              null,
              id,
              UUID.fromString(piece.path("track").asString()),
              piece.path("from").asInt(),
              piece.path("to").asInt(),
              UUID.fromString(piece.path("run").asString()),
              piece.path("generation").asLong()));
      if (person.chance.nextInt(6) == 0) {
        ops.add(new Op.AcceptanceDelete(Ids.next(), 1, null, id));
      }
    }
    send(person, task, ops);
    return Duration.ofSeconds(10 + person.chance.nextInt(100));
  }

  private Duration look(SimPerson person, UUID task, int length) {
    int to = 1 + person.chance.nextInt(length);
    post(person.token, "/tasks/" + task + "/coverage", Map.of("ranges", List.of(List.of(0, to))));
    return active(person, task, 4, 40);
  }

  /** A pass that shows some of the frames, twice the first ones, and finds an object at times. */
  private Duration sweep(SimPerson person, UUID task, int length) {
    String path = "/tasks/" + task + "/sweeps";
    SimApi.Answer started = post(person.token, path, Map.of("speed", 2));
    String sweep = started.json().path("id").asString();
    int to = 1 + person.chance.nextInt(length);
    for (int end : new int[] {to, Math.min(to, 5)}) {
      post(person.token, path + "/" + sweep + "/shown", Map.of("ranges", List.of(List.of(0, end))));
      jdbc.sql("insert into simulated_sweeps values (?, ?, ?)")
          .params(UUID.fromString(sweep), person.user.id(), end)
          .update();
    }
    if (person.chance.nextBoolean()) {
      jdbc.sql(
              """
              select t.id from tracks t join tasks k on k.label_set_id = t.label_set_id
              where k.id = ? and not t.deleted order by t.id limit 1
              """)
          .params(task)
          .query(UUID.class)
          .optional()
          .ifPresent(track -> {
            Map<String, Object> missed = Map.of("track", track, "frame", 3);
            post(person.token, path + "/" + sweep + "/misses", missed);
            post(person.token, path + "/" + sweep + "/misses", missed);
          });
    }
    return active(person, task, 5, 20);
  }

  /** What people and an engine scored on known labels. */
  void gold() {
    SimGold.score(
        jdbc, chance, people.stream().map(person -> person.user.id()).toList(), scene.lead);
  }

  private Duration submit(SimPerson person, UUID task) {
    SimApi.Answer answer = move(person.token, task, "submit", null);
    if (answer.status() == 200 && person.chance.nextInt(3) == 0) {
      move(person.token, task, "submit", null);
    }
    return Duration.ofMinutes(30 + person.chance.nextInt(120));
  }

  private Duration decide(SimPerson person, UUID task) {
    if (person.chance.nextInt(3) == 0) {
      move(person.token, task, "return", REASONS.get(person.chance.nextInt(REASONS.size())));
    } else {
      move(person.token, task, "approve", null);
    }
    return Duration.ofSeconds(15 + person.chance.nextInt(300));
  }

  /** Now and then a lead takes a task or a move back, or opens an approved one again. */
  private void lead() {
    Task task = tasks.get(chance.nextInt(tasks.size()));
    String state =
        jdbc.sql("select state from tasks where id = ?")
            .params(task.id())
            .query(String.class)
            .single();
    if (chance.nextInt(5) == 0) {
      move(lead, task.id(), "undo", "A slip of the hand");
    } else if (state.equals("APPROVED") && chance.nextInt(4) == 0) {
      move(lead, task.id(), "reopen", "The customer sees it otherwise");
    } else if (state.equals("IN_PROGRESS") && chance.nextInt(3) == 0) {
      move(lead, task.id(), "release", null);
      people.stream()
          .filter(person -> task.id().equals(person.task))
          .forEach(person -> person.plan.clear());
    }
  }

  private SimApi.Answer move(String token, UUID task, String action, @Nullable String reason) {
    int version =
        jdbc.sql("select version from tasks where id = ?")
            .params(task)
            .query(Integer.class)
            .single();
    Map<String, Object> body = new HashMap<>(Map.of("action", action, "version", version));
    if (reason != null) {
      body.put("reason", reason);
    }
    return post(token, "/tasks/" + task + "/transitions", body);
  }

  /** Sends edits, some of them twice, as an outbox does after a lost answer. */
  private void send(SimPerson person, UUID task, List<Op> ops) {
    if (ops.isEmpty()) {
      return;
    }
    post(person.token, "/tasks/" + task + "/changes", new Batch(ops));
    if (person.chance.nextInt(5) == 0) {
      post(person.token, "/tasks/" + task + "/changes", new Batch(ops));
    }
  }

  record Batch(List<Op> ops) {}

  private SimApi.Answer post(String token, String path, @Nullable Object body) {
    SimApi.Answer answer = api.call(token, "POST", path, body);
    requests++;
    if (answer.status() >= 500) {
      throw new AssertionError(path + " answered " + answer);
    }
    if (answer.status() >= 400) {
      refusals++;
    }
    return answer;
  }

  private static Op put(UUID track, int frame, Shape shape, long base, boolean draft) {
    return new Op.KeyframePut(Ids.next(), base, null, track, frame, Slot.MASK, shape, null, draft);
  }
}
