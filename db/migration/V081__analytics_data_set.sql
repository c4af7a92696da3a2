-- What the labels are like now, read in blocks of 64 frames: a row for each object that shows in one.
alter table analytics_sets drop column marked;
alter table analytics_sets add column summed boolean not null default false;
alter table analytics_sets add column coverage text not null default '';
alter table analytics_sets add column frames int not null default 0;
-- frames without any shape, those of them that somebody looked at, and all that somebody looked at
alter table analytics_sets add column empty_frames int not null default 0;
alter table analytics_sets add column empty_seen int not null default 0;
alter table analytics_sets add column seen int not null default 0;

create table analytics_stale_blocks (
  label_set_id uuid not null references label_sets on delete cascade,
  block        int  not null,
  touched      int  not null default 1,
  primary key (label_set_id, block)
);

-- Which frames of a block show a shape: bit 0 is its first frame.
create table analytics_frames (
  label_set_id uuid   not null references label_sets on delete cascade,
  block        int    not null,
  shown        bigint not null,
  primary key (label_set_id, block)
);

create table analytics_blocks (
  label_set_id uuid   not null references label_sets on delete cascade,
  block        int    not null,
  track_id     uuid   not null,
  project_id   uuid   not null,
  class_id     text   not null,
  -- shapes by where they come from
  drawn        int    not null,
  corrected    int    not null,
  accepted     int    not null,
  proposed     int    not null,
  interpolated int    not null,
  occluded     int    not null,
  truncated    int    not null,
  -- shapes that have an area, the sum of their shares of the frame in millionths, and how many are
  -- below 0.1, 0.3, 1, 3, 10, 30 % of it and above
  areas        int    not null,
  area         bigint not null,
  size0 int not null, size1 int not null, size2 int not null, size3 int not null,
  size4 int not null, size5 int not null, size6 int not null,
  -- neighbouring frames, and the sum of what changed between them in millionths
  pairs        int    not null,
  flicker      bigint not null,
  primary key (label_set_id, block, track_id)
);
create index analytics_blocks_by_project on analytics_blocks (project_id);

-- What recordings look like: a hash of each tile of the storyboard.
create table analytics_looks (
  video_id   uuid     primary key references videos on delete cascade,
  project_id uuid     not null,
  hashes     bigint[] not null
);
create index analytics_looks_by_project on analytics_looks (project_id);

-- Recordings of a project that look alike; shared is the share of the shorter one's tiles, in
-- millionths.
create table analytics_twins (
  video_id uuid not null references videos on delete cascade,
  other_id uuid not null references videos on delete cascade,
  shared   int  not null,
  primary key (video_id, other_id)
);
