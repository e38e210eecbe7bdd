package dev.segmentation.support;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;

/**
 * The accounts that act in tests.
 */
public final class Accounts {

	/** The first account of every test database. */
	public static final CurrentAccount ADMIN = new CurrentAccount(1, "admin", Role.ADMIN, null, 0);

	public static final CurrentAccount EDITOR = new CurrentAccount(2, "editor", Role.EDITOR, null, 0);

	public static final CurrentAccount VIEWER = new CurrentAccount(3, "viewer", Role.VIEWER, null, 0);

	private Accounts() {
	}

}
