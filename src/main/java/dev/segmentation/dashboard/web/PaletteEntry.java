package dev.segmentation.dashboard.web;

import java.util.Arrays;
import java.util.Locale;

import dev.segmentation.shared.Role;

/**
 * A page or an action that the palette offers by its title. The role is that of the
 * address, so that nobody is offered what they may not open.
 */
enum PaletteEntry {

	NEW_SEGMENT("/segments/new", "plus", "segments.new", Role.EDITOR, Kind.ACTION),
	NEW_USER("/users/new", "user-plus", "users.new", Role.EDITOR, Kind.DIALOG),
	IMPORT_USERS("/users/import", "file-import", "palette.import", Role.EDITOR, Kind.ACTION),
	NEW_REPORT("/reports/new", "file-spreadsheet", "reports.choose", Role.EDITOR, Kind.ACTION),
	NEW_TOKEN("/tokens/new", "key", "tokens.new", Role.EDITOR, Kind.ACTION),
	INVITE("/accounts/invite", "user-plus", "palette.invite", Role.ADMIN, Kind.DIALOG),
	DASHBOARD("/", "home", "layout.dashboard", Role.VIEWER, Kind.PAGE),
	SEGMENTS("/segments", "chart-pie", "layout.segments", Role.VIEWER, Kind.PAGE),
	COMPARE("/segments/compare", "chart-pie", "overlaps.title", Role.VIEWER, Kind.PAGE),
	SETS("/sets", "chart-pie", "sets.title", Role.VIEWER, Kind.PAGE),
	ENDS("/ends", "clock", "ends.title", Role.VIEWER, Kind.PAGE),
	USERS("/users", "users", "layout.users", Role.VIEWER, Kind.PAGE),
	HISTORY("/history", "history", "layout.history", Role.VIEWER, Kind.PAGE),
	REPORTS("/reports", "file-spreadsheet", "layout.reports", Role.VIEWER, Kind.PAGE),
	TASKS("/tasks", "list-check", "layout.tasks", Role.VIEWER, Kind.PAGE),
	TOKENS("/tokens", "key", "tokens.title", Role.EDITOR, Kind.PAGE),
	ACCOUNTS("/accounts", "user-cog", "layout.accounts", Role.ADMIN, Kind.PAGE),
	AUDIT("/audit", "shield-search", "layout.audit", Role.ADMIN, Kind.PAGE),
	ACCOUNT("/account", "user-circle", "layout.myAccount", Role.VIEWER, Kind.PAGE),
	SHORTCUTS("/shortcuts", "keyboard", "shortcuts.title", Role.VIEWER, Kind.DIALOG),
	DOCS("/docs/index.html", "code", "layout.docs", Role.VIEWER, Kind.PAGE);

	private final String path;

	private final String icon;

	private final String title;

	private final Role role;

	private final Kind kind;

	PaletteEntry(String path, String icon, String title, Role role, Kind kind) {
		this.path = path;
		this.icon = icon;
		this.title = title;
		this.role = role;
		this.kind = kind;
	}

	/**
	 * The message key of the title.
	 */
	String title() {
		return this.title;
	}

	Role role() {
		return this.role;
	}

	boolean isPage() {
		return this.kind == Kind.PAGE;
	}

	PaletteItem item(String text) {
		return new PaletteItem(this.path, this.icon, text, "", this.kind == Kind.DIALOG);
	}

	/**
	 * Whether each word of a text begins a word of a title.
	 */
	static boolean fits(String text, String title) {
		String[] words = words(title);
		return Arrays.stream(words(text))
			.allMatch((wanted) -> Arrays.stream(words).anyMatch((word) -> word.startsWith(wanted)));
	}

	private static String[] words(String text) {
		return text.strip().toLowerCase(Locale.ROOT).split("[\\s-]+");
	}

	private enum Kind {

		PAGE, ACTION, DIALOG

	}

}
