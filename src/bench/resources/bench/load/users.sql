INSERT INTO users (id, external_id, login, email, registered_at)
SELECT n, 'c-' || n, 'user' || n, 'user' || n || '@example.com', :start - interval '2 years' + n * interval '5 seconds'
FROM generate_series(:from, :to) AS n;
