-- What is counted of apps over time, in windows of 10 s for hours and of 1 min for days.
create table vitals (
  source text        not null,
  step   int         not null,
  at     timestamptz not null,
  counts jsonb       not null,
  primary key (source, step, at)
);
create index vitals_by_age on vitals (step, at);
