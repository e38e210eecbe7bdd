package dev.segmentation.support;

/**
 * Enough users for realistic query plans.
 */
public final class ManyUsers {

	private ManyUsers() {
	}

	/**
	 * Inserts {@code user-1} to {@code user-<count>}, whose ids are their numbers.
	 */
	public static void insert(TestDatabase database, int count) {
		database.jdbc().sql("""
				INSERT INTO users (id, login, email)
				SELECT n, 'user-' || n, 'user-' || n || '@example.com' FROM generate_series(1, :users) AS n
				""").param("users", count).update();
	}

}
