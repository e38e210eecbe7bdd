package dev.segmentation.membership.list;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import dev.segmentation.shared.PlainText;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list that is recognized by its header, the best one first. A column "id"
 * may have ids of other systems, so its field stays open. Files of pasted entries have
 * the column "entry".
 */
enum ListColumn {

	ID(null, Set.of("id", "ид", "entry")),

	EXTERNAL_ID(UserField.EXTERNAL_ID, Set.of("externalid", "внешнийid", "userid", "customerid", "clientid", "crmid")),

	EMAIL(UserField.EMAIL, Set.of("email", "emailaddress", "mail", "почта", "электроннаяпочта")),

	LOGIN(UserField.LOGIN, Set.of("login", "username", "логин", "имяпользователя")),

	UNTIL(null, Set.of("until", "expiresat", "end", "end(utcyyyymmddhh:mm:ss)", "до", "срок", "истекает")),

	TTL(null, Set.of("ttl", "duration", "длительность"));

	/** The columns that name users. */
	static final List<ListColumn> USERS = List.of(ID, EXTERNAL_ID, EMAIL, LOGIN);

	private final @Nullable UserField field;

	private final Set<String> names;

	ListColumn(@Nullable UserField field, Set<String> names) {
		this.field = field;
		this.names = names;
	}

	/** The field that it matches; {@code null} to recognize it. */
	@Nullable UserField field() {
		return this.field;
	}

	/** The index of this column; -1 when the headers lack it. */
	int indexIn(List<String> headers) {
		return IntStream.range(0, headers.size()).filter((index) -> isNamed(headers.get(index))).findFirst().orElse(-1);
	}

	private boolean isNamed(String header) {
		return this.names
			.contains(PlainText.of(header).replaceAll("[\\s_.-]", "").toLowerCase(Locale.ROOT).replace('ё', 'е'));
	}

	/** The best column that names users. */
	static Optional<ListColumn> userIn(List<String> headers) {
		return USERS.stream().filter((column) -> column.indexIn(headers) >= 0).findFirst();
	}

	/** How many columns are recognized. */
	static long count(List<String> headers) {
		return Arrays.stream(values()).filter((column) -> column.indexIn(headers) >= 0).count();
	}

}
