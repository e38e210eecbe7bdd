--liquibase formatted sql

--changeset segmentation:tasks_act_id
-- The act that a finished task has recorded, so that its result can be undone.
ALTER TABLE tasks ADD COLUMN act_id bigint;
--rollback ALTER TABLE tasks DROP COLUMN act_id;
