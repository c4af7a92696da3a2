-- Truth (keyframes, states), drafts (proposals) and every change that led to them.
create table ontologies (
  project_id uuid        not null references projects,
  version    int         not null,
  body       jsonb       not null,
  author     uuid        not null references users,
  created_at timestamptz not null,
  primary key (project_id, version)
);

create table label_sets (
  id         uuid primary key,
  project_id uuid        not null references projects,
  video_id   uuid        not null references videos,
  kind       text        not null check (kind in ('TRUTH', 'COPY', 'PREDICTION')),
  owner      uuid references users,
  seq        bigint      not null default 0,
  created_at timestamptz not null
);
create unique index label_sets_truth on label_sets (video_id) where kind = 'TRUTH';

create table tracks (
  id           uuid primary key,
  label_set_id uuid        not null references label_sets on delete cascade,
  number       int         not null,
  kind         text        not null check (kind in ('OBJECT', 'STUFF', 'CROWD', 'IGNORE')),
  class_id     text,
  name         text        not null default '',
  color        text,
  attributes   jsonb       not null default '{}',
  z            int         not null default 0,
  group_id     uuid,
  identity_id  uuid,
  parent_track uuid references tracks,
  split_from   uuid references tracks,
  merged_into  uuid references tracks,
  deleted      boolean     not null default false,
  version      bigint      not null default 1,
  created_by   uuid        not null references users,
  created_at   timestamptz not null,
  unique (label_set_id, number)
);

-- A shape a person made or corrected. No machine writes here.
create table keyframes (
  label_set_id uuid        not null references label_sets on delete cascade,
  track_id     uuid        not null references tracks on delete cascade,
  frame        int         not null check (frame >= 0),
  slot         text        not null check (slot in ('MASK', 'BOX', 'ELLIPSE', 'POLYLINE', 'POINTS', 'SKELETON')),
  shape        jsonb       not null,
  z            int,
  draft        boolean     not null default false,
  version      bigint      not null default 1,
  author       uuid        not null references users,
  updated_at   timestamptz not null,
  primary key (track_id, slot, frame)
);
create index keyframes_by_set on keyframes (label_set_id, frame);

-- Visibility and attributes from a frame on, until the next row of the track.
create table track_states (
  label_set_id uuid        not null references label_sets on delete cascade,
  track_id     uuid        not null references tracks on delete cascade,
  frame        int         not null check (frame >= 0),
  visibility   text check (visibility in ('VISIBLE', 'OCCLUDED', 'ABSENT')),
  reason       text check (reason in ('LEFT', 'HIDDEN')),
  truncated    boolean,
  attributes   jsonb       not null default '{}',
  version      bigint      not null default 1,
  author       uuid        not null references users,
  updated_at   timestamptz not null,
  primary key (track_id, frame)
);

-- A person's word that proposals of a range are good.
create table acceptances (
  id           uuid primary key,
  label_set_id uuid        not null references label_sets on delete cascade,
  track_id     uuid        not null references tracks on delete cascade,
  from_frame   int         not null,
  to_frame     int         not null check (to_frame > from_frame),
  run_id       uuid        not null,
  generation   bigint      not null,
  author       uuid        not null references users,
  at           timestamptz not null,
  version      bigint      not null default 1
);
create index acceptances_by_track on acceptances (track_id, from_frame);

-- Machine drafts, a chunk of frames a row. Cheap to throw away, unless frozen by an approval.
create table proposals (
  label_set_id uuid       not null references label_sets on delete cascade,
  run_id       uuid       not null,
  track_id     uuid       not null references tracks on delete cascade,
  slot         text       not null default 'MASK',
  from_frame   int        not null,
  to_frame     int        not null check (to_frame > from_frame),
  generation   bigint     not null,
  engine       text       not null,
  shapes       bytea      not null,
  confidence   real[]     not null,
  visibility   smallint[] not null,
  mendable     int        not null default 0,
  frozen       boolean    not null default false,
  created_at   timestamptz not null,
  primary key (run_id, track_id, from_frame)
);
create index proposals_by_track on proposals (label_set_id, track_id, from_frame);

-- Rises on takeover, cancel or a change of a bounding keyframe; -1 starts the head span.
create table span_fences (
  track_id    uuid   not null references tracks on delete cascade,
  start_frame int    not null check (start_frame >= -1),
  fence       bigint not null,
  primary key (track_id, start_frame)
);

-- The change log: one row per committed thing that a watcher of the label set must hear of, in commit order.
create table changes (
  label_set_id uuid        not null references label_sets on delete cascade,
  seq          bigint      not null,
  op_id        uuid unique,
  task_id      uuid,
  kind         text        not null,
  subject      text        not null,
  base_version bigint,
  before       jsonb,
  after        jsonb,
  outcome      jsonb       not null default '{}',
  applied      boolean     not null default true,
  change_group uuid,
  author       uuid references users,
  at           timestamptz not null,
  primary key (label_set_id, seq)
);
create index changes_by_subject on changes (label_set_id, subject, seq);

create table events (
  id           uuid primary key,
  label_set_id uuid        not null references label_sets on delete cascade,
  class_id     text        not null,
  from_frame   int         not null,
  to_frame     int         not null check (to_frame > from_frame),
  attributes   jsonb       not null default '{}',
  participants jsonb       not null default '[]',
  version      bigint      not null default 1,
  author       uuid        not null references users,
  updated_at   timestamptz not null
);

create table tags (
  id           uuid primary key,
  label_set_id uuid        not null references label_sets on delete cascade,
  scope        text        not null check (scope in ('CLIP', 'SHOT', 'RANGE', 'FRAME')),
  class_id     text        not null,
  from_frame   int,
  to_frame     int,
  value        jsonb       not null default '{}',
  version      bigint      not null default 1,
  author       uuid        not null references users,
  updated_at   timestamptz not null
);

create table frame_flags (
  label_set_id uuid not null references label_sets on delete cascade,
  frame        int  not null,
  flag         text not null check (flag in ('DELETED', 'BAD')),
  author       uuid not null references users,
  primary key (label_set_id, frame, flag)
);

-- What has been looked at, by whom: tells verified empty from unlabelled.
create table coverage (
  label_set_id uuid        not null references label_sets on delete cascade,
  from_frame   int         not null,
  to_frame     int         not null check (to_frame > from_frame),
  class_id     text        not null default '',
  state        text        not null check (state in ('SEEN', 'CHECKED', 'EMPTY')),
  author       uuid        not null references users,
  at           timestamptz not null,
  primary key (label_set_id, author, state, class_id, from_frame)
);
