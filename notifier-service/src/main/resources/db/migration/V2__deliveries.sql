-- What receivers are to be told. A row is written in the transaction that makes the transition,
-- so that nothing is told for nothing and nothing is forgotten.

create sequence delivery_id increment by 50;

create table delivery (
  id            bigint primary key,
  incident_id   uuid not null,
  seq           int  not null,
  receiver      text not null,
  reason        text not null,
  form          text not null,
  state         text not null,
  created_at    timestamptz not null,
  -- When it is to be tried next.
  due_at        timestamptz not null,
  attempts      int not null default 0,
  -- Attempts of which nobody knows how they ended.
  unknown       int not null default 0,
  -- The receiver refused the full form; it gets the plain one.
  plain         boolean not null default false,
  claim         uuid,
  claimed_until timestamptz,
  -- The delivery whose message told it, its own id or that of a later one.
  told_by       bigint references delivery,
  fault         text,
  detail        text,
  settled_at    timestamptz,
  -- What the receiver calls the message.
  reference     text,
  unique (incident_id, receiver, seq),
  foreign key (incident_id, seq) references transition
);
create index delivery_due on delivery (receiver, due_at) where state in ('PENDING', 'RETRY', 'UNKNOWN');
create index delivery_claimed on delivery (claimed_until) where state = 'CLAIMED';
create index delivery_by_claim on delivery (claim) where claim is not null;
create index delivery_by_state on delivery (state, id);

-- What all messages of one incident to one receiver have in common.
create table conversation (
  incident_id uuid not null references incident,
  receiver    text not null,
  -- As it was when the first message was made: a mail's subject must not change.
  title       text not null,
  severity    text not null,
  -- What the receiver calls the first message.
  reference   text,
  primary key (incident_id, receiver)
);

-- How a receiver is: one fault or 429 concerns all that is to go there.
create table receiver (
  name          text primary key,
  blocked_until timestamptz,
  fault         text,
  detail        text,
  since         timestamptz
);
