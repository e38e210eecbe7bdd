-- The tables of the reference service, as its migrations create them, with rows that exist in practice.
CREATE TYPE session AS (refresh_token varchar(255), expires_at timestamp);
CREATE TYPE operation_type AS ENUM ('added', 'deleted');
CREATE TABLE users (
    id serial PRIMARY KEY, login varchar(255) UNIQUE, email varchar(255) UNIQUE, password varchar(255),
    session session, registered_at timestamp DEFAULT now());
CREATE TABLE segments (id serial PRIMARY KEY, name varchar(255) UNIQUE, assign_percent numeric(10, 2));
CREATE TABLE relations (user_id int, segment_id int, PRIMARY KEY (user_id, segment_id));
CREATE TABLE operations (
    id serial PRIMARY KEY, user_id int, segment_name varchar(255), type operation_type, date timestamp DEFAULT now());
CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);

INSERT INTO users (id, login, email, password, session, registered_at) VALUES
    (1, 'maksim-go', 'maksim@example.com', '6f6c642073616c745cec175b165e3d5e62c9e13ce848ef6feac81bff', ROW ('secret', now()), '2023-08-28 10:24:17.927351'),
    (2, 'olga', 'olga@intranet', '6f6c642073616c745cec175b165e3d5e62c9e13ce848ef6feac81bff', NULL, '2023-08-29 00:00:00'),
    (3, 'boris', 'boris@example.com', '', NULL, '2023-08-29 00:00:01');
INSERT INTO segments (id, name, assign_percent) VALUES
    (7, 'AVITO-INTERNS', NULL), (10, 'VOICE-MESSAGE', 0.50), (11, 'TOO-MANY', 1.50);
INSERT INTO relations (user_id, segment_id) VALUES (1, 7), (1, 10), (2, 10), (3, 7), (99, 7), (1, 77);
INSERT INTO operations (id, user_id, segment_name, type, date) VALUES
    (1, 1, 'AVITO-INTERNS', 'added', '2023-08-28 10:29:19.41186'),
    (2, 1, 'VOICE-MESSAGE', 'added', '2023-08-28 10:29:19.41186'),
    -- A timer that a restart lost: added again, never deleted.
    (3, 1, 'AVITO-INTERNS', 'added', '2023-08-30 12:00:00'),
    -- Deleted, never added.
    (4, 2, 'AVITO-INTERNS', 'deleted', '2023-08-31 23:59:59.999999'),
    -- Of a segment that no longer exists, in one instant.
    (5, 2, 'GONE', 'added', '2023-09-01 00:00:00'),
    (6, 2, 'GONE', 'deleted', '2023-09-01 00:00:00'),
    -- Of a user who no longer exists and never left.
    (7, 50, 'VOICE-MESSAGE', 'added', '2023-09-02 00:00:00'),
    -- A relation that was deleted by hand.
    (8, 3, 'VOICE-MESSAGE', 'added', '2023-09-03 00:00:00'),
    -- Three times in one instant, and in the wrong order.
    (9, 3, 'AVITO-INTERNS', 'added', '2023-09-05 00:00:00'),
    (10, 3, 'AVITO-INTERNS', 'added', '2023-09-04 23:59:59.999999'),
    (11, 3, 'AVITO-INTERNS', 'added', '2023-09-05 00:00:00'),
    (900, 1, 'GONE', 'added', now() + interval '2 days'),
    (901, NULL, 'GONE', 'added', now()),
    (902, 1, NULL, 'added', now()),
    (903, 1, 'GONE', 'added', 'infinity');
SELECT setval('users_id_seq', 3), setval('segments_id_seq', 11), setval('operations_id_seq', 903);
