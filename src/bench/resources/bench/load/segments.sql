-- Creates the requested number of segments, each filled by one import, and ten segments that have no members any more.
INSERT INTO segments (id, name, description, created_at)
SELECT n, CASE WHEN n <= :segments THEN 'BENCH-' ELSE 'PASSED-' END || n, 'Made to be measured', :start
FROM generate_series(1, :segments + 10) AS n;
INSERT INTO acts (id, kind, account_id, at) OVERRIDING SYSTEM VALUE
SELECT n, 'import', 1, :start + n * interval '1 minute' FROM generate_series(1, :segments) AS n;
