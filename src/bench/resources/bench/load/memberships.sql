-- Adds each user from :from to :to to 20 segments, and writes the history.
INSERT INTO memberships (user_id, segment_id, added_at)
SELECT u, s, :start + s * interval '1 minute'
FROM generate_series(:from, :to) AS u,
     LATERAL (SELECT 1 + (u * 7 + k * (:segments / 20)) % :segments AS s FROM generate_series(0, 19) AS k ORDER BY 1) AS entered;
INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
SELECT s, s, 'BENCH-' || s, 'added', :start + s * interval '1 minute', u / 64, count(*), array_agg(u ORDER BY u)
FROM generate_series(:from, :to) AS u,
     LATERAL (SELECT 1 + (u * 7 + k * (:segments / 20)) % :segments AS s FROM generate_series(0, 19) AS k) AS entered
GROUP BY s, u / 64 ORDER BY s, u / 64;
