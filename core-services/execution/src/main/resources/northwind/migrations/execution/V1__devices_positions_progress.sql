-- Every device the fleet owns. Two devices may swap their IMEIs in one transaction.
create table device (
  device_id  text primary key,
  kind       text    not null check (kind in ('ELD', 'TABLET')),
  protocol   text,
  imei       text,
  vehicle_id text,
  status     text    not null check (status in ('ACTIVE', 'SUSPENDED', 'REVOKED')),
  revision   integer not null,
  constraint device_imei unique (imei) deferrable initially deferred
);

-- Where each vehicle was last seen. Only a later fix takes the place of an earlier one.
create table vehicle_position (
  vehicle_id    text primary key,
  device_id     text             not null,
  fix_time      timestamptz      not null,
  received_time timestamptz      not null,
  latitude_deg  double precision not null,
  longitude_deg double precision not null,
  speed_kph     double precision,
  heading_deg   double precision,
  odometer_km   double precision,
  ignition      boolean,
  backlog       boolean          not null
) with (fillfactor = 70);

-- Devices whose clock was wrong: the newest such record of each.
create table clock_fault (
  device_id     text primary key,
  vehicle_id    text        not null,
  reason        text        not null check (reason in ('FROM_THE_FUTURE', 'ANCIENT')),
  claimed_time  timestamptz not null,
  received_time timestamptz not null
);

-- Which assignment of a load is driven, by whom, with what. The row is the lock of everything about the load.
create table load_run (
  load_id        text primary key,
  closed_through integer not null,
  called_off     boolean not null,
  standing       text    not null check (standing in ('NONE', 'DRIVING', 'COMPLETED', 'REVOKED', 'WITHDRAWN')),
  assignment_no  integer not null,
  sequence_no    integer not null,
  driver_id      text    not null,
  vehicle_id     text    not null,
  since          timestamptz
);
create index load_run_driving on load_run (vehicle_id) where standing = 'DRIVING';

-- The stops of each assignment that was routed, the geofence's view of each, and the first evidence of each step.
create table run_stop (
  load_id           text             not null references load_run,
  assignment_no     integer          not null,
  stop_id           text             not null,
  place_no          integer          not null,
  kind              text             not null check (kind in ('PICKUP', 'DELIVERY')),
  location_name     text             not null,
  latitude_deg      double precision not null,
  longitude_deg     double precision not null,
  planned_arrival   timestamptz,
  planned_departure timestamptz,
  presence          text             not null check (presence in ('AWAY', 'ENTERING', 'THERE', 'LEAVING', 'LEFT')),
  presence_since    timestamptz,
  presence_slow     boolean          not null,
  presence_latitude_deg  double precision,
  presence_longitude_deg double precision,
  arrived_at        timestamptz,
  completed_at      timestamptz,
  departed_at       timestamptz,
  primary key (load_id, assignment_no, stop_id)
);

-- All evidence of progress: one row for each step of each stop and each source. The first of a step was published.
create table stop_progress (
  load_id       text        not null,
  assignment_no integer     not null,
  stop_id       text        not null,
  step          text        not null check (step in ('ARRIVED', 'COMPLETED', 'DEPARTED')),
  source        text        not null check (source in ('GEOFENCE', 'DRIVER')),
  at            timestamptz not null,
  claimed_at    timestamptz,
  latitude_deg  double precision,
  longitude_deg double precision,
  published     boolean     not null,
  cause         text        not null,
  primary key (load_id, assignment_no, stop_id, step, source)
);

-- What a driver did about a load whose route is not known here yet.
create table pending_report (
  action_id     text primary key,
  load_id       text        not null,
  driver_id     text        not null,
  stop_id       text        not null,
  step          text        not null,
  at            timestamptz not null,
  claimed_at    timestamptz,
  latitude_deg  double precision,
  longitude_deg double precision,
  traceparent   text,
  parked_at     timestamptz not null
);
create index pending_report_by_driver on pending_report (load_id, driver_id);
create index pending_report_by_age on pending_report (parked_at);
