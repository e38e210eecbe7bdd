--liquibase formatted sql

--changeset segmentation:end_changes
-- The ends that acts changed, in blocks of users like operations. The ends before and after are in the order of user_ids,
-- and NULL is no end. A trigger on memberships writes them. Rows without an act have the ends that memberships had when
-- this table was created, because earlier changes were not recorded: they come before all acts.
CREATE TABLE end_changes (
    id           bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    act_id       bigint,
    segment_id   bigint NOT NULL,
    segment_name text NOT NULL,
    date         timestamptz NOT NULL,
    user_block   bigint NOT NULL,
    user_count   integer NOT NULL,
    user_ids     bigint[] NOT NULL,
    ends_before  timestamptz[],
    ends_after   timestamptz[] NOT NULL,
    PRIMARY KEY (user_block, date, id),
    CONSTRAINT end_changes_one_block CHECK (
        user_count = cardinality(user_ids)
        AND user_count = cardinality(ends_after)
        AND user_count = coalesce(cardinality(ends_before), user_count)
        AND (act_id IS NULL) = (ends_before IS NULL)
        AND user_block = user_ids[1] / 64
        AND user_block = user_ids[user_count] / 64)
);
CREATE INDEX end_changes_act_id_user_block_idx ON end_changes (act_id, user_block) WHERE act_id IS NOT NULL;
CREATE INDEX end_changes_date_id_idx ON end_changes (date, id) INCLUDE (user_count) WHERE act_id IS NOT NULL;
--rollback DROP TABLE end_changes;

--changeset segmentation:act_end_changes
-- The sums of end_changes, a row for each segment of a statement, like act_changes. "endless" is the number of users whose
-- end was removed, and "later" of those whose end was extended. "first_end" and "last_end" are the limits of the new ends.
CREATE TABLE act_end_changes (
    act_id       bigint NOT NULL,
    act_at       timestamptz NOT NULL,
    segment_id   bigint NOT NULL,
    segment_name text NOT NULL,
    users        bigint NOT NULL,
    endless      bigint NOT NULL,
    later        bigint NOT NULL,
    first_end    timestamptz,
    last_end     timestamptz,
    at           timestamptz NOT NULL
);
CREATE INDEX act_end_changes_act_id_idx ON act_end_changes (act_id);
CREATE INDEX act_end_changes_segment_id_act_at_act_id_idx ON act_end_changes (segment_id, act_at, act_id);
--rollback DROP TABLE act_end_changes;
