-- Names that cannot stay as they are.
INSERT INTO users (id, login, email, password) VALUES
    (20, 'Ann', 'ann@example.com', ''), (21, 'ann', 'ANN@example.com', ''),
    (22, repeat('l', 80), repeat('e', 70) || '@example.com', ''), (23, repeat('l', 61) || '-22', 'l@example.com', ''),
    (24, 'x', NULL, ''), (25, 'Admin', 'admin@example.com', ''), (26, E'es\u001bcape', 'escape@example.com', '');
INSERT INTO segments (id, name) VALUES (30, repeat('😀', 65)), (31, ' '), (32, 'X');
INSERT INTO relations (user_id, segment_id) VALUES (22, 30);
INSERT INTO operations (user_id, segment_name, type, date) VALUES (22, repeat('😀', 65), 'added', '2023-10-01 00:00:00');
