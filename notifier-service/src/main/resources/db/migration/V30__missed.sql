-- The earliest moment on the wall at which something that is expected is missed. Beside the other one, because it counts only once all that was said has been heard.
alter table case_file add column missed_due_at timestamptz;
create index case_file_missed on case_file (missed_due_at) where missed_due_at is not null;
