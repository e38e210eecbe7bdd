-- Prepares the load. All scripts run on one connection, because they share temporary tables.
ALTER TABLE memberships DISABLE TRIGGER USER;
ALTER TABLE segments DISABLE TRIGGER segments_percentage;

INSERT INTO accounts (login, email, password_hash, role, enabled)
SELECT login, login || '@example.com', '!', 'EDITOR', false FROM unnest(ARRAY['anna', 'boris', 'clara']) AS login
ON CONFLICT DO NOTHING;

-- Creates 20 areas times 10 purposes over the last half year. The segments have from 40 % to less than 1 % of all users.
-- On average, a user is in 20 segments.
CREATE TEMP TABLE demo_segments AS
SELECT n, area.name || '-' || purpose.name AS name, purpose.text || ' ' || area.text || '.' AS description,
       0.408 * 0.98 ^ n AS share, now() - interval '180 days' + n * interval '12 hours' AS created_at,
       0::bigint AS id, 0::bigint AS act_id
FROM unnest(
        ARRAY['CHECKOUT', 'SEARCH', 'CART', 'PAYMENTS', 'ONBOARDING', 'PROFILE', 'MESSENGER', 'FEED', 'MAPS', 'DELIVERY',
              'REVIEWS', 'PROMO', 'PUSH', 'EMAIL', 'WALLET', 'LOYALTY', 'VIDEO', 'CALLS', 'ADS', 'SUPPORT'],
        ARRAY['the checkout', 'search', 'the cart', 'payments', 'onboarding', 'the profile', 'the messenger', 'the feed',
              'maps', 'delivery', 'reviews', 'promotions', 'push messages', 'e-mails', 'the wallet', 'loyalty', 'video',
              'calls', 'advertising', 'support']) WITH ORDINALITY AS area (name, text, place),
     unnest(
        ARRAY['BETA', 'DISCOUNT-30', 'DISCOUNT-50', 'NEW-DESIGN', 'INTERNAL', 'HOLDOUT', 'VARIANT-A', 'VARIANT-B',
              'EARLY-ACCESS', 'VIP'],
        ARRAY['Beta testers of', '30% discount on', '50% discount on', 'Redesign of', 'Employees who use',
              'Control group for', 'Experiment, variant A of', 'Experiment, variant B of', 'Early access to',
              'Best customers of']) WITH ORDINALITY AS purpose (name, text, place),
     LATERAL (SELECT ((area.place * 7 + purpose.place * 53) % 200)::integer) AS shuffled (n);
WITH made AS (
    INSERT INTO segments (name, description, assign_percent, created_at, created_by)
    SELECT name, description, round((share * 68)::numeric, 2), created_at,
           (SELECT id FROM accounts WHERE login = (ARRAY['anna', 'boris', 'clara'])[1 + n % 3])
    FROM demo_segments ORDER BY created_at
    RETURNING id, name
)
UPDATE demo_segments AS d SET id = made.id FROM made WHERE made.name = d.name;
CREATE UNIQUE INDEX ON demo_segments (id);

-- Each segment has twelve large acts: the initial percentage, six lists and five removals. The first id of each dozen is
-- stored.
UPDATE demo_segments SET act_id = (SELECT min(id) FROM (
    SELECT nextval(pg_get_serial_sequence('acts', 'id')) AS id FROM generate_series(1, 12) WHERE n >= 0) AS dozen);
CREATE TEMP TABLE demo_acts AS
SELECT d.id AS segment_id, d.act_id + place AS act_id, place,
       CASE WHEN place = 0 THEN 'percent' WHEN place <= 6 THEN 'import'
            WHEN place IN (9, 11) THEN 'expiry' WHEN place = 8 THEN 'api' ELSE 'page' END::act_kind AS kind,
       -- The imports happen in the first 60 % of the time since the creation, and the removals after 80 %.
       d.created_at + (now() - d.created_at)
           * CASE WHEN place = 0 THEN 0 WHEN place <= 6 THEN place * 0.1 ELSE 0.52 + place * 0.04 END AS at
FROM demo_segments AS d, generate_series(0, 11) AS place;
INSERT INTO acts (id, kind, account_id, note, at) OVERRIDING SYSTEM VALUE
SELECT act_id, kind, CASE WHEN kind <> 'expiry'
           THEN (SELECT id FROM accounts WHERE login = (ARRAY['anna', 'boris', 'clara'])[1 + act_id % 3]) END,
       CASE WHEN kind = 'import' THEN 'List of the campaign ' || place END, at
FROM demo_acts;
CREATE UNIQUE INDEX ON demo_acts (segment_id, place);
ANALYZE demo_segments, demo_acts;

SELECT make_operations_partitions(now() - interval '181 days', now());
