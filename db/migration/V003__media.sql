-- Videos, their uploads, frame index, packs and shots.
create table videos (
  id           uuid primary key,
  project_id   uuid        not null references projects,
  name         text        not null,
  state        text        not null check (state in ('UPLOADING', 'INGESTING', 'READY', 'REJECTED')),
  original_key text,
  size_bytes   bigint      not null default 0,
  sha256       bytea,
  container    text,
  codec        text,
  pixel_format text,
  width        int,
  height       int,
  rotation     int         not null default 0,
  frame_count  int,
  time_base_num int,
  time_base_den int,
  duration_us  bigint,
  has_audio    boolean     not null default false,
  warning      text,
  reason       text,
  metadata     jsonb       not null default '{}',
  group_id     uuid,
  group_offset_us bigint,
  uploaded_by  uuid        not null references users,
  created_at   timestamptz not null,
  ready_at     timestamptz
);
create index videos_by_project on videos (project_id, created_at);

-- Resumable uploads (tus): what has arrived, and in which parts it lies in the store.
create table uploads (
  id           uuid primary key,
  video_id     uuid        not null references videos on delete cascade,
  project_id   uuid        not null references projects,
  user_id      uuid        not null references users,
  file_name    text        not null,
  length       bigint      not null check (length > 0),
  received     bigint      not null default 0,
  store_upload text        not null,
  parts        jsonb       not null default '[]',
  finished_at  timestamptz,
  created_at   timestamptz not null
);

-- One row per pack of at most 32 frames: the packs' place in the store and the frame index of their frames.
create table frame_packs (
  video_id     uuid     not null references videos on delete cascade,
  pack         int      not null,
  first_frame  int      not null,
  frame_count  int      not null check (frame_count between 1 and 32),
  full_key     text     not null,
  full_size    bigint   not null,
  preview_key  text     not null,
  preview_size bigint   not null,
  pts          bigint[] not null,
  durations    bigint[] not null,
  hashes       bytea    not null,
  primary key (video_id, pack)
);

create table shots (
  video_id   uuid not null references videos on delete cascade,
  from_frame int  not null,
  to_frame   int  not null check (to_frame > from_frame),
  transition text not null check (transition in ('START', 'CUT', 'FADE', 'DISSOLVE')),
  edited_by  uuid references users,
  primary key (video_id, from_frame)
);
