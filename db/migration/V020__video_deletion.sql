-- A video is deleted with all that hangs on it: what is looked up on the way has an index.
create index label_sets_by_video on label_sets (video_id);
create index proposals_of_track on proposals (track_id);
create index run_spans_by_track on run_spans (track_id);
create index notes_by_track on notes (track_id) where track_id is not null;
create index note_replies_by_note on note_replies (note_id);
create index notifications_by_task on notifications (task_id) where task_id is not null;
create index runs_by_task on runs (task_id) where task_id is not null;
create index activity_by_task on activity (task_id);
create index tracks_by_parent on tracks (parent_track) where parent_track is not null;
create index tracks_by_origin on tracks (split_from) where split_from is not null;
create index tracks_by_merger on tracks (merged_into) where merged_into is not null;
create index tags_by_set on tags (label_set_id);
create index events_by_set on events (label_set_id);
create index uploads_by_video on uploads (video_id);

-- When the last byte came: an upload that rests for long is given up.
alter table uploads add column active_at timestamptz;
update uploads set active_at = created_at;
alter table uploads alter column active_at set not null;
alter table uploads alter column active_at set default now();
create index uploads_open on uploads (active_at) where finished_at is null;
