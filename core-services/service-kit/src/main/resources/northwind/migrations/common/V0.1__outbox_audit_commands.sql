-- Events to be sent. A row lives from the commit of its transaction until Kafka has the event.
create table outbox (
  id         bigint generated always as identity primary key,
  topic      text        not null,
  record_key text        not null,
  event_id   text        not null,
  value      bytea       not null,
  created_at timestamptz not null default clock_timestamp()
) with (
  -- Rows live for milliseconds: vacuum by count, not by share of the table.
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_insert_threshold = 10000
);

-- Who did what to which thing, when, why, and on whose word.
create table audit (
  id      bigint generated always as identity primary key,
  subject text        not null,
  at      timestamptz not null,
  actor   text        not null,
  what    text        not null,
  why     text,
  cause   text        not null
);
create index audit_by_subject on audit (subject, id);

-- Answers to commands, so that a repeated command gets the first answer again.
create table command_answer (
  command_id   text        primary key,
  fingerprint  text        not null,
  status       integer     not null,
  content_type text        not null,
  body         bytea       not null,
  answered_at  timestamptz not null
);
create index command_answer_by_age on command_answer (answered_at);

-- Natural keys of events whose effect is in this database.
create table applied_event (
  effect      text        not null,
  natural_key text        not null,
  applied_at  timestamptz not null,
  primary key (effect, natural_key)
);
create index applied_event_by_age on applied_event (applied_at);

-- Events that failed to apply, and every later event of the same key, in the order they are to be applied.
create table parked_event (
  id           bigint generated always as identity primary key,
  consumer     text        not null,
  topic        text        not null,
  record_key   text        not null,
  partition_no integer     not null,
  record_offset bigint     not null,
  event_id     text        not null,
  value        bytea       not null,
  error        text        not null,
  parked_at    timestamptz not null,
  unique (consumer, topic, partition_no, record_offset)
);
create index parked_event_by_key on parked_event (consumer, topic, record_key, id);
