\set user random(1, :users)
SELECT s.name FROM users AS u
LEFT JOIN (memberships AS m JOIN segments AS s ON s.id = m.segment_id)
    ON m.user_id = u.id AND (m.expires_at IS NULL OR m.expires_at > now())
WHERE u.id = :user ORDER BY s.id;
