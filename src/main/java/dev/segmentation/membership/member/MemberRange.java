package dev.segmentation.membership.member;

import java.util.Optional;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.user.UserMatchKind;
import org.jspecify.annotations.Nullable;

/**
 * Members that a search finds by one kind of match, in the order of the matched field.
 *
 * @param after the lower-case login or e-mail address, or the id, after which the search
 * continues
 */
record MemberRange(UserMatchKind kind, String text, String after) {

	/**
	 * Returns the range that a page begins with. The first page begins with logins.
	 * @throws InvalidInputException when the cursor belongs to another list
	 */
	static MemberRange from(String text, @Nullable Cursor cursor) {
		if (cursor == null) {
			return start(UserMatchKind.LOGIN, text);
		}
		UserMatchKind kind = UserMatchKind.of(cursor.key(0));
		return new MemberRange(kind, text, kind.position(cursor));
	}

	private static MemberRange start(UserMatchKind kind, String text) {
		return new MemberRange(kind, text, (kind == UserMatchKind.PART) ? "0" : "");
	}

	/**
	 * Returns the range after this one. An empty text matches all users by login.
	 */
	Optional<MemberRange> next() {
		if (this.text.isEmpty()) {
			return Optional.empty();
		}
		return switch (this.kind) {
			case LOGIN -> Optional.of(start(UserMatchKind.EMAIL, this.text));
			case EMAIL -> Optional.of(start(UserMatchKind.PART, this.text));
			case PART -> Optional.empty();
		};
	}

	/**
	 * Returns the position after a value of the field.
	 */
	Cursor cursor(String value) {
		return Cursor.after(this.kind.name(), value);
	}

}
