SELECT o.date, o.id, line.user_id, o.segment_name, o.type
FROM operations AS o CROSS JOIN LATERAL unnest(o.user_ids) AS line (user_id)
WHERE o.date >= to_timestamp(:from) AND o.date < to_timestamp(:to)
ORDER BY o.date, o.id, line.user_id OFFSET :offset LIMIT :size;
