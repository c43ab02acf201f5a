-- One class of trouble in many apps at once is one incident of its own, a storm; theirs are its
-- members. The row of an incident that is in no storm is not there.

create table storm_member (
  incident_id uuid primary key references incident on delete cascade,
  storm_id    uuid not null references incident on delete cascade
);
create index storm_member_of on storm_member (storm_id);
-- The live storm of a class, and what began of a class of late.
create index incident_of_class on incident (type, opened_at desc);
