#!/bin/sh
# Run once, when the primary's database is made.
echo "host replication all samenet scram-sha-256" >> "$PGDATA/pg_hba.conf"
