ANALYZE;
ALTER TABLE memberships ENABLE TRIGGER USER;
SELECT setval(pg_get_serial_sequence('users', 'id'), (SELECT max(id) FROM users));
SELECT setval(pg_get_serial_sequence('segments', 'id'), (SELECT max(id) FROM segments));
SELECT setval(pg_get_serial_sequence('acts', 'id'), (SELECT max(id) FROM acts));
SELECT recount();
VACUUM (ANALYZE);
-- CHECKPOINT needs this role.
DO $$ BEGIN IF pg_has_role('pg_checkpoint', 'USAGE') THEN CHECKPOINT; END IF; END $$;
