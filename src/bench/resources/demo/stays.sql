-- Creates the memberships of the users from :from to :to. The hash of user and segment decides: below the segment's
-- share the user is a member, and up to 1.3 times the share the user was one. One membership in twenty has an end within a
-- month.
CREATE TEMP TABLE demo_stays AS
SELECT u.user_id, s.id AS segment_id, s.name AS segment_name, u.hash >= s.share AS past,
       u.way, u.way >= 972 AS single, s.created_at, (u.way / 8) % 5 + 7 AS way_out,
       CASE WHEN u.way < 700 THEN 0 WHEN u.way < 972 THEN 1 + u.way % 6 END AS place, 0::bigint AS act_id,
       CASE WHEN u.hash < s.share AND u.user_id % 20 = 0
           THEN now() + interval '1 hour' + interval '43 minutes' * (u.user_id / 20 % 1000) END AS until
FROM demo_segments AS s CROSS JOIN LATERAL (
    SELECT id AS user_id, (hashint8extended(id, s.id) & 1048575) / 1048576.0 AS hash,
           hashint8extended(id, s.id + 1000003) & 1023 AS way
    FROM generate_series(CAST(:from AS bigint), :to) AS id) AS u
WHERE u.hash < s.share * 1.3;

-- One membership in twenty was added by an act of its own.
UPDATE demo_stays SET act_id = nextval(pg_get_serial_sequence('acts', 'id')) WHERE single;
INSERT INTO acts (id, kind, account_id, at) OVERRIDING SYSTEM VALUE
SELECT act_id, CASE WHEN way % 4 = 0 THEN 'page' ELSE 'api' END::act_kind,
       (SELECT id FROM accounts WHERE login = (ARRAY['anna', 'boris', 'clara'])[1 + way % 3]),
       created_at + (now() - created_at) * CASE WHEN past THEN 0.7 ELSE 1 END
           * (hashint8extended(user_id, segment_id) & 4095) / 4096.0
FROM demo_stays WHERE single;
UPDATE demo_stays AS d SET act_id = a.act_id FROM demo_acts AS a
WHERE NOT d.single AND a.segment_id = d.segment_id AND a.place = d.place;

INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids, ends)
SELECT d.act_id, d.segment_id, d.segment_name, 'added', a.at, d.user_id / 64, count(*), array_agg(d.user_id ORDER BY d.user_id),
       CASE WHEN count(d.until) > 0 THEN array_agg(d.until ORDER BY d.user_id) END
FROM demo_stays AS d JOIN acts AS a ON a.id = d.act_id
GROUP BY d.act_id, d.segment_id, d.segment_name, a.at, d.user_id / 64
ORDER BY 6, a.at;

INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
SELECT a.act_id, d.segment_id, d.segment_name, 'deleted', a.at, d.user_id / 64, count(*), array_agg(d.user_id ORDER BY d.user_id)
FROM demo_stays AS d JOIN demo_acts AS a ON a.segment_id = d.segment_id AND a.place = d.way_out
WHERE d.past
GROUP BY a.act_id, d.segment_id, d.segment_name, a.at, d.user_id / 64
ORDER BY 6, a.at;

INSERT INTO memberships (user_id, segment_id, added_at, expires_at)
SELECT d.user_id, d.segment_id, a.at, d.until
FROM demo_stays AS d JOIN acts AS a ON a.id = d.act_id
WHERE NOT d.past ORDER BY d.user_id, d.segment_id;

DROP TABLE demo_stays;
