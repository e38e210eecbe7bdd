#!/bin/sh
# The image of the primary runs this script once, when it creates the database.
echo "host replication all samenet scram-sha-256" >> "$PGDATA/pg_hba.conf"
