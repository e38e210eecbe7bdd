SELECT o.date, o.id, line.user_id, o.segment_name, o.type
FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id)
WHERE o.date >= to_timestamp(:after) AND o.date < to_timestamp(:to)
  AND (o.date, o.id) >= (to_timestamp(:after), :operation) AND (o.date, o.id, line.user_id) > (to_timestamp(:after), :operation, :user)
ORDER BY o.date, o.id, line.user_id LIMIT :size;
