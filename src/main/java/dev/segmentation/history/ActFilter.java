package dev.segmentation.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * Which acts are asked for: those that meet all of it.
 *
 * @param from the first instant
 * @param to the instant behind the last
 * @param users acts that touched one of these; {@code null} for anybody
 * @param segments acts that changed one of these; {@code null} for any
 * @param kinds acts through one of these; empty for any
 * @param account acts of this account; {@code null} for anybody's
 */
public record ActFilter(Instant from, Instant to, @Nullable List<Long> users, @Nullable List<Long> segments,
		Set<ActKind> kinds, @Nullable Long account) {

	/**
	 * Every act.
	 */
	public static ActFilter all() {
		return new ActFilter(Instant.EPOCH, ActPlace.END, null, null, Set.of(), null);
	}

	/**
	 * The same between two instants, the second not included.
	 */
	public ActFilter between(Instant first, Instant end) {
		return new ActFilter(first, end, this.users, this.segments, this.kinds, this.account);
	}

	/**
	 * The same, of acts that touched one of these users.
	 */
	public ActFilter ofUsers(Collection<Long> ids) {
		return new ActFilter(this.from, this.to, List.copyOf(ids), this.segments, this.kinds, this.account);
	}

	/**
	 * The same, of acts that changed one of these segments. With users: that changed them
	 * there.
	 */
	public ActFilter ofSegments(Collection<Long> ids) {
		return new ActFilter(this.from, this.to, this.users, List.copyOf(ids), this.kinds, this.account);
	}

	/**
	 * The same, of acts through one of these.
	 */
	public ActFilter through(Collection<ActKind> chosen) {
		return new ActFilter(this.from, this.to, this.users, this.segments, Set.copyOf(chosen), this.account);
	}

	/**
	 * The same, of one account's acts.
	 */
	public ActFilter by(long accountId) {
		return new ActFilter(this.from, this.to, this.users, this.segments, this.kinds, accountId);
	}

}
