-- How much moves in each frame and how loud it is: a byte a frame; no audio where there is no sound.
create table frame_energy (
  video_id uuid primary key references videos on delete cascade,
  motion   bytea not null,
  audio    bytea
);
