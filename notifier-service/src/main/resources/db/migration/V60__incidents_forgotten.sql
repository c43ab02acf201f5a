-- Resolved incidents are forgotten after a time, with all that belongs to them.
alter table incident
  drop constraint incident_previous_fkey,
  add constraint incident_previous_fkey foreign key (previous) references incident on delete set null;
create index incident_by_end on incident (resolved_at) where resolved_at is not null;
create index incident_by_previous on incident (previous) where previous is not null;
create index delivery_by_told_by on delivery (told_by) where told_by is not null;
create index parked_signal_by_age on parked_signal (parked_at);
