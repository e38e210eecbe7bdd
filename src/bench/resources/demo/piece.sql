-- Adds the users of one part of the load, from :from to :to. Names depend on the number only, so two loads of
-- the same size are alike.
WITH added AS (
    INSERT INTO users (external_id, login, email, registered_at)
    SELECT 'c-' || n, login, login || '@example.com', now() - interval '900 days' + n * (interval '700 days' / :users)
    FROM generate_series(CAST(:from AS bigint), :to) AS n,
         LATERAL (SELECT lower((ARRAY['Anna', 'Boris', 'Clara', 'David', 'Elena', 'Farid', 'Galina', 'Hugo', 'Irina', 'Jonas',
                                'Katya', 'Lev', 'Maria', 'Nikita', 'Olga', 'Pavel', 'Rosa', 'Semyon', 'Tanya', 'Viktor'])
                             [1 + n % 20]
                         || '.' || (ARRAY['Ivanova', 'Petrov', 'Meyer', 'Garcia', 'Smirnova', 'Kim', 'Novak', 'Rossi',
                                'Sokolov', 'Dubois', 'Orlova', 'Silva', 'Volkov'])[1 + n / 20 % 13] || n)) AS named (login)
    RETURNING id
)
SELECT min(id), max(id) FROM added
