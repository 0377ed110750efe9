create table driver (
  driver_id      text    primary key,
  name           text    not null,
  -- Newest version of the driver's route sheet; whoever makes the next one holds this row.
  sheet_revision integer not null default 0
);

create table tractor (
  tractor_id text primary key
);

create table load (
  load_id           text        primary key,
  reference         text        not null,
  -- In the order the customer named them.
  stops             jsonb       not null,
  status            text        not null check (status in
    ('AVAILABLE', 'PLANNED', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED')),
  -- Number of the newest assignment, 0 before the first.
  assignment_no     integer     not null,
  driver_id         text        references driver,
  tractor_id        text        references tractor,
  trailer_id        text,
  assigned_at       timestamptz,
  assigned_by       text,
  -- Routing decision the sheet follows; null until one is applied to this assignment.
  route_sequence_no integer,
  accepted_at       timestamptz,
  started_at        timestamptz,
  last_left_at      timestamptz,
  reached_stops     text[]      not null,
  left_stops        text[]      not null,
  -- Why the load is open again, or why it was called off.
  note              text,
  closed_at         timestamptz,
  updated_at        timestamptz not null
);
create index load_by_status on load (status, load_id);
create index load_by_driver on load (driver_id, load_id);

-- Every routing decision that arrived, once, and those revoked before they arrived.
create table route_decision (
  load_id       text        not null,
  sequence_no   integer     not null,
  kind          text        not null check (kind in ('ASSIGNED', 'REVOKED', 'INFEASIBLE', 'TOMBSTONE')),
  assignment_no integer     not null,
  applied_at    timestamptz not null,
  primary key (load_id, sequence_no)
);

-- What is on the drivers' sheets now.
create table sheet_entry (
  load_id        text        primary key references load,
  driver_id      text        not null references driver,
  assignment_no  integer     not null,
  -- First version of the driver's sheet with this assignment.
  first_revision integer     not null,
  started        boolean     not null,
  starts_at      timestamptz not null,
  -- A northwind.tablet.v1.RouteSheetLoad.
  entry          bytea       not null
);
create index sheet_entry_by_driver on sheet_entry (driver_id);

-- Every version of every sheet, and how far it came. A version counts as received once a later one is.
create table sheet (
  driver_id    text        not null references driver,
  revision     integer     not null,
  issued_at    timestamptz not null,
  load_ids     text[]      not null,
  sent_at      timestamptz,
  on_device_at timestamptz,
  seen_at      timestamptz,
  primary key (driver_id, revision)
);
create index sheet_not_on_device on sheet (issued_at) where on_device_at is null;
