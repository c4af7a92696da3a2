-- How far people agreed on what they labelled apart, and with known labels: measured once each
-- time that all have handed in, and never changed.
create table agreements (
  id         uuid primary key,
  project_id uuid             not null references projects,
  task_id    uuid             not null references tasks on delete cascade,
  round      int              not null,
  kind       text             not null check (kind in ('APART', 'GOLD')),
  jf         double precision not null,
  at         timestamptz      not null,
  unique (task_id, round)
);
create index agreements_by_project on agreements (project_id, at);

-- Two people, or one and the known labels (b is null), on the objects of a class, frame by frame.
create table agreement_pairs (
  agreement_id uuid             not null references agreements on delete cascade,
  a            uuid             not null references users,
  b            uuid references users,
  class_id     text             not null,
  shapes       int              not null,
  j            double precision not null,
  f            double precision not null
);
create index agreement_pairs_by_agreement on agreement_pairs (agreement_id);

-- What one calls it and what the other does; '' is nothing.
create table agreement_classes (
  agreement_id uuid not null references agreements on delete cascade,
  a            uuid not null references users,
  b            uuid references users,
  class_a      text not null,
  class_b      text not null,
  tracks       int  not null,
  shapes       int  not null
);
create index agreement_classes_by_agreement on agreement_classes (agreement_id);

-- Whether an event holds on a frame, as all judged: how often yes, how often no, and how much apart.
create table agreement_events (
  agreement_id uuid             not null references agreements on delete cascade,
  class_id     text             not null,
  yes          int              not null,
  no           int              not null,
  apart        double precision not null
);
create index agreement_events_by_agreement on agreement_events (agreement_id);

create table agreement_frames (
  agreement_id uuid not null references agreements on delete cascade,
  frame        int  not null,
  jf           real not null,
  primary key (agreement_id, frame)
);
