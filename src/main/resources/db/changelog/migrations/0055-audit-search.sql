--liquibase formatted sql

--changeset segmentation:audit_search
-- The words of an event, for the search. ASCII punctuation separates words, so that a part of an e-mail address is found.
-- The subject of a failed sign-in is the login, and nobody was signed in.
-- The newest events of each filter are read along an index, so a page does not depend on the number of events.
ALTER TABLE audit_events ADD COLUMN words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(
    regexp_split_to_array(lower(coalesce(login, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(detail, '')),
                          '[\s!-/:-@\[-`{-~]+'), ''))) STORED;
CREATE INDEX audit_events_words_idx ON audit_events USING gin (words);
CREATE INDEX audit_events_newest_idx ON audit_events (at, id);
CREATE INDEX audit_events_newest_of_kind_idx ON audit_events (kind, at, id);
CREATE INDEX audit_events_newest_of_account_idx ON audit_events (lower(coalesce(login, subject)), at, id);
CREATE INDEX audit_events_newest_of_account_and_kind_idx ON audit_events (lower(coalesce(login, subject)), kind, at, id);
CREATE INDEX audit_events_newest_of_address_idx ON audit_events (address, at, id);
DROP INDEX audit_events_account_id_idx, audit_events_kind_idx, audit_events_at_idx;
--rollback CREATE INDEX audit_events_account_id_idx ON audit_events (account_id, id);
--rollback CREATE INDEX audit_events_kind_idx ON audit_events (kind, id);
--rollback CREATE INDEX audit_events_at_idx ON audit_events (at);
--rollback DROP INDEX audit_events_newest_idx, audit_events_newest_of_kind_idx, audit_events_newest_of_account_idx,
--rollback     audit_events_newest_of_account_and_kind_idx, audit_events_newest_of_address_idx, audit_events_words_idx;
--rollback ALTER TABLE audit_events DROP COLUMN words;
