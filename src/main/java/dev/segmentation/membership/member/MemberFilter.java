package dev.segmentation.membership.member;

import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * The members of a list and their order.
 *
 * @param search an id, an external id, or the start of a login or an e-mail address;
 * empty for all members
 * @param order a search has its own order, the best matches first
 * @param source the source of the act that began the membership; {@code null} for all
 * @param account the login of the account that began the membership; empty for all
 * @param act only users that this act added or removed; {@code null} for all
 * @param at the moment of the membership; {@code null} for now. Only searches have one,
 * without other conditions
 */
public record MemberFilter(String search, MemberOrder order, MemberEnds ends, @Nullable ActKind source, String account,
		@Nullable Long act, @Nullable Instant at) {

	/** All members by id. */
	public static final MemberFilter ALL = new MemberFilter("", MemberOrder.ID, MemberEnds.ANY, null, "", null);

	/** The sources that begin memberships. */
	public static final List<ActKind> SOURCES = List.of(ActKind.PAGE, ActKind.API, ActKind.IMPORT, ActKind.PERCENT,
			ActKind.UNDO);

	public MemberFilter {
		order = order(order, ends, act);
	}

	/** The present members. */
	public MemberFilter(String search, MemberOrder order, MemberEnds ends, @Nullable ActKind source, String account,
			@Nullable Long act) {
		this(search, order, ends, source, account, act, null);
	}

	/** Only these orders have an index. */
	private static MemberOrder order(MemberOrder order, MemberEnds ends, @Nullable Long act) {
		if (act != null) {
			return MemberOrder.ID;
		}
		return switch (ends) {
			case NONE -> (order == MemberOrder.END) ? MemberOrder.ID : order;
			case ANY -> order;
			default -> (order == MemberOrder.ID) ? MemberOrder.END : order;
		};
	}

	/**
	 * Returns the same members that also match a text.
	 */
	public MemberFilter searching(String text) {
		return new MemberFilter(text, this.order, this.ends, this.source, this.account, this.act, this.at);
	}

	/**
	 * Returns the same search among the members at a moment.
	 */
	MemberFilter asOf(Instant moment) {
		return new MemberFilter(this.search, this.order, this.ends, this.source, this.account, this.act, moment);
	}

	/**
	 * Returns the same members in another order.
	 */
	public MemberFilter ordered(MemberOrder other) {
		return new MemberFilter(this.search, other, this.ends, this.source, this.account, this.act);
	}

	/**
	 * Returns all members in the same order.
	 */
	MemberFilter withoutConditions() {
		return ALL.ordered(this.order);
	}

	/**
	 * Whether all members are listed, in any order.
	 */
	public boolean isAll() {
		return this.search.isEmpty() && this.order != MemberOrder.END && this.ends == MemberEnds.ANY && !hasEntry()
				&& this.act == null;
	}

	/**
	 * Whether the filter names the act that began the membership.
	 */
	boolean hasEntry() {
		return this.source != null || !this.account.isEmpty();
	}

	/**
	 * Returns whether listed memberships have an end; {@code null} when it does not
	 * matter.
	 */
	@Nullable Boolean endPresent() {
		return (this.order == MemberOrder.END) ? Boolean.TRUE : this.ends.present();
	}

	/**
	 * Whether a page may have to read more members than it shows.
	 */
	boolean isSparse() {
		boolean byEnd = this.order == MemberOrder.END || this.ends == MemberEnds.ANY;
		return hasEntry() || this.act != null || !byEnd;
	}

}
