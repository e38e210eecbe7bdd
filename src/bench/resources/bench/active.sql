\set user random(1, :users)
SELECT (SELECT s.name FROM segments AS s WHERE s.id = m.segment_id) AS name FROM users AS u
LEFT JOIN memberships AS m ON m.user_id = u.id AND (m.expires_at IS NULL OR m.expires_at > now())
WHERE u.id = :user ORDER BY m.segment_id;
