-- Where the route of each load stands. The row is the lock of everything about the load.
create table load_route (
  load_id          text    primary key,
  last_sequence_no integer not null,
  closed_through   integer not null,
  called_off       boolean not null,
  standing         text    not null check (standing in ('UNROUTED', 'LIVE', 'REVOKED', 'INFEASIBLE', 'DRIVEN')),
  assignment_no    integer not null,
  sequence_no      integer not null,
  revoked_by       integer not null
);

-- Every decision, as it was published. Never changed, never deleted.
create table route_decision (
  load_id       text        not null references load_route,
  sequence_no   integer     not null,
  assignment_no integer     not null,
  kind          text        not null check (kind in ('ASSIGNED', 'REVOKED', 'INFEASIBLE')),
  content       jsonb       not null,
  proof         text,
  travel_model  text,
  decided_at    timestamptz not null,
  primary key (load_id, sequence_no)
);

-- An assignment is decided once.
create unique index route_decision_once on route_decision (load_id, assignment_no)
  where kind in ('ASSIGNED', 'INFEASIBLE');
