-- The newest withdrawal of each load from a sheet: whose tablet may still show it until it has this version.
create table withdrawal (
  load_id   text    primary key references load,
  driver_id text    not null references driver,
  revision  integer not null
);
