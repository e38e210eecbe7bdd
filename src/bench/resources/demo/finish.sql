ALTER TABLE memberships ENABLE TRIGGER USER;
ALTER TABLE segments ENABLE TRIGGER segments_percentage;
SELECT recount();
ANALYZE;
