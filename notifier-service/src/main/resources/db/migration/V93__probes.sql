-- Who is asked whether it is well, and when next.
create table probe (
  app text not null,
  environment text not null,
  seconds bigint not null,
  next_at timestamptz not null,
  failing boolean not null,
  primary key (app, environment)
);
