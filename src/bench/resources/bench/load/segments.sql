-- As many segments as were asked for, each filled by one import; and ten whose users have all left again.
INSERT INTO segments (id, name, description, created_at)
SELECT n, CASE WHEN n <= :segments THEN 'BENCH-' ELSE 'PASSED-' END || n, 'Made to be measured', :start
FROM generate_series(1, :segments + 10) AS n;
INSERT INTO acts (id, kind, account_id, at) OVERRIDING SYSTEM VALUE
SELECT n, 'import', 1, :start + n * interval '1 minute' FROM generate_series(1, :segments) AS n;
