-- Which transitions others have been told of on topic incidents.
alter table transition
  add column number bigint generated always as identity,
  add column published boolean not null default false;
create index transition_to_publish on transition (number) where not published;
