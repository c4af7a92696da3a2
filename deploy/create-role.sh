#!/bin/sh
# Run once by the Postgres image on an empty volume: the application owns its database and is no superuser.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$KEYREEL_DB_PASSWORD" --username postgres <<'SQL'
create role keyreel login nosuperuser nocreatedb nocreaterole password :'password';
create database keyreel owner keyreel;
SQL
