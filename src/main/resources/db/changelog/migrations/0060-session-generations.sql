--liquibase formatted sql

--changeset segmentation:session_generations
-- How often all sessions of an account were ended. A session keeps the number that its sign-in read together with the
-- password, and ends when the account has another one. So a sign-in that runs at the same time leaves no session.
ALTER TABLE accounts ADD COLUMN generation integer NOT NULL DEFAULT 0;
--rollback ALTER TABLE accounts DROP COLUMN generation;
