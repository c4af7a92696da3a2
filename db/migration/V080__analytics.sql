-- What people did, heard from their screens: a row for each moment at which something was done.
drop table activity;
create table activity (
  id      uuid primary key,
  user_id uuid        not null references users,
  task_id uuid        not null references tasks,
  at      timestamptz not null,
  frame   int
);
create index activity_by_user on activity (user_id, at);
create index activity_by_task on activity (task_id, at);
create index changes_by_author on changes (author, at) where task_id is not null;

-- The stage at which a task was at a moment.
create function stage_at(task uuid, moment timestamptz) returns text language sql stable as $$
  select coalesce(
    (select t.to_stage from transitions t where t.task_id = task and t.at <= moment
     order by t.at desc, t.id desc limit 1),
    (select t.from_stage from transitions t where t.task_id = task order by t.at, t.id limit 1),
    (select k.stage from tasks k where k.id = task))
$$;

-- How far the read models below have followed each label set. They are made of the tables above and
-- of nothing else: emptied, they fill again to the same figures.
create table analytics_sets (
  label_set_id  uuid   primary key references label_sets on delete cascade,
  project_id    uuid   not null,
  -- the last change that is counted, and the last whose frames are marked for reading
  counted       bigint not null default 0,
  marked        bigint not null default 0
);

-- Days of people that have changed since they were last counted.
create table analytics_stale_days (
  user_id uuid not null,
  day     date not null,
  touched int  not null default 1,
  primary key (user_id, day)
);

-- Active time: a person's moments that follow each other within the cut-off.
create table analytics_active (
  user_id    uuid   not null,
  day        date   not null,
  task_id    uuid   not null,
  stage      text   not null,
  project_id uuid   not null,
  micros     bigint not null,
  moments    int    not null,
  primary key (user_id, day, task_id, stage)
);
create index analytics_active_by_project on analytics_active (project_id, day);

-- What people made, by class. The class and the stage are those at the time. A drawn shape is a
-- keyframe where nothing of a machine stood, a corrected one lies over a proposal; reworked ones
-- were keyframes before. No class is '', no task is the nil id.
create table analytics_work (
  label_set_id uuid   not null references label_sets on delete cascade,
  task_id      uuid   not null,
  user_id      uuid   not null,
  day          date   not null,
  stage        text   not null,
  class_id     text   not null,
  project_id   uuid   not null,
  edits        bigint not null default 0,
  objects      bigint not null default 0,
  drawn        bigint not null default 0,
  corrected    bigint not null default 0,
  reworked     bigint not null default 0,
  accepted     bigint not null default 0,
  primary key (label_set_id, task_id, user_id, day, stage, class_id)
);
create index analytics_work_by_project on analytics_work (project_id, day);

-- Each keyframe that was made over a proposal: how sure the machine was, and how far off.
create table analytics_corrections (
  label_set_id uuid   not null references label_sets on delete cascade,
  seq          bigint not null,
  project_id   uuid   not null,
  task_id      uuid   not null,
  track_id     uuid   not null,
  frame        int    not null,
  user_id      uuid   not null,
  day          date   not null,
  class_id     text   not null,
  engine       text   not null,
  confidence   int    not null, -- millionths
  iou          int    not null, -- millionths
  primary key (label_set_id, seq)
);
create index analytics_corrections_by_project on analytics_corrections (project_id, day);

-- Frames of proposals that people accepted, by how sure the machine was: twenty bins of 0.05.
create table analytics_accepted (
  label_set_id uuid     not null references label_sets on delete cascade,
  task_id      uuid     not null,
  user_id      uuid     not null,
  day          date     not null,
  class_id     text     not null,
  engine       text     not null,
  bin          smallint not null,
  project_id   uuid     not null,
  frames       bigint   not null,
  confidence   bigint   not null, -- sum of millionths
  primary key (label_set_id, task_id, user_id, day, class_id, engine, bin)
);
create index analytics_accepted_by_project on analytics_accepted (project_id, day);

-- Each stay of a task at a stage.
create table analytics_visits (
  task_id     uuid        not null references tasks on delete cascade,
  number      int         not null,
  project_id  uuid        not null,
  stage       text        not null,
  stage_kind  text        not null,
  entered_at  timestamptz not null,
  taken_at    timestamptz,
  left_at     timestamptz,
  left_by     uuid,
  left_action text,
  reason      text        not null default '',
  -- who finished the task at the stage before
  previous    uuid,
  frames      int         not null,
  micros      bigint      not null,
  primary key (task_id, number)
);
create index analytics_visits_by_project on analytics_visits (project_id, left_at);

-- What people call the classes and stages of a project now.
create function class_names(project uuid)
returns table (id text, name text, color text, place bigint) language sql stable as $$
  select c.body->>'id', c.body->>'name', c.body->>'color', c.place
  from (select o.body from ontologies o where o.project_id = project order by o.version desc limit 1) o,
       jsonb_array_elements(o.body->'classes') with ordinality as c (body, place)
$$;
create function stage_names(project uuid)
returns table (id text, name text, kind text, place bigint) language sql stable as $$
  select s.body->>'id', s.body->>'name', s.body->>'kind', s.place
  from (select w.stages from workflows w where w.project_id = project order by w.version desc limit 1) w,
       jsonb_array_elements(w.stages) with ordinality as s (body, place)
$$;
