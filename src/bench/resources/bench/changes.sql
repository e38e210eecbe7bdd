\set user :client_id * :share + random(1, :share)
SELECT add_memberships(:user, ARRAY[:segment]::bigint[], NULL, NULL, 'api', 1);
SELECT remove_memberships(:user, ARRAY[:segment]::bigint[], 'api', 1);
