-- Creates memberships :from to :to of the half million of a month. One user is added to one segment and is removed a day
-- later. Each change is an act of its own.
WITH stays AS (
    SELECT n, n % :users + 1 AS user_id, :segments + 1 + n / :users % 10 AS segment_id,
           :month + n * interval '4.6656 seconds' AS entered
    FROM generate_series(:from, :to) AS n
), changes AS (
    SELECT :act + 2 * n AS act_id, user_id, segment_id, 'added'::operation_type AS type, entered AS at FROM stays
    UNION ALL
    SELECT :act + 2 * n + 1, user_id, segment_id, 'deleted', entered + interval '1 day' FROM stays
), acted AS (
    INSERT INTO acts (id, kind, account_id, at) OVERRIDING SYSTEM VALUE
    SELECT act_id, CASE WHEN act_id % 10 < 8 THEN 'api' ELSE 'page' END::act_kind, 1, at FROM changes ORDER BY at
)
INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
SELECT act_id, segment_id, 'PASSED-' || segment_id, type, at, user_id / 64, 1, ARRAY[user_id] FROM changes ORDER BY at;
