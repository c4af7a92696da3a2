-- The blocks of each object added up.
create table analytics_tracks (
  label_set_id uuid   not null references label_sets on delete cascade,
  track_id     uuid   not null,
  project_id   uuid   not null,
  class_id     text   not null,
  drawn        bigint not null,
  corrected    bigint not null,
  accepted     bigint not null,
  proposed     bigint not null,
  interpolated bigint not null,
  occluded     bigint not null,
  truncated    bigint not null,
  areas        bigint not null,
  area         bigint not null,
  size0 bigint not null, size1 bigint not null, size2 bigint not null, size3 bigint not null,
  size4 bigint not null, size5 bigint not null, size6 bigint not null,
  pairs        bigint not null,
  flicker      bigint not null,
  primary key (label_set_id, track_id)
);
create index analytics_tracks_by_project on analytics_tracks (project_id);
update analytics_sets set summed = false;
