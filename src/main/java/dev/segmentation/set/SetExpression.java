package dev.segmentation.set;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.segmentation.segment.Segment;

/**
 * A set of users in terms of segments.
 */
public sealed interface SetExpression {

	/**
	 * The members of a segment.
	 */
	record Members(Segment segment) implements SetExpression {
	}

	/**
	 * All users, in segments or not.
	 */
	record Everyone() implements SetExpression {
	}

	/**
	 * All users but those of another set.
	 */
	record Not(SetExpression other) implements SetExpression {
	}

	/**
	 * The users in both sets.
	 */
	record Both(SetExpression first, SetExpression second) implements SetExpression {
	}

	/**
	 * The users in at least one of two sets.
	 */
	record Either(SetExpression first, SetExpression second) implements SetExpression {
	}

	/**
	 * Whether a user who is in these segments belongs to the set.
	 * @param in whether the user is in a segment
	 */
	default boolean contains(Predicate<Segment> in) {
		return switch (this) {
			case Members(var segment) -> in.test(segment);
			case Everyone() -> true;
			case Not(var other) -> !other.contains(in);
			case Both(var first, var second) -> first.contains(in) && second.contains(in);
			case Either(var first, var second) -> first.contains(in) || second.contains(in);
		};
	}

	/**
	 * Returns the named segments, each once, in the order of their ids.
	 */
	default List<Segment> segments() {
		return named().distinct().sorted(Comparator.comparing(Segment::id)).toList();
	}

	private Stream<Segment> named() {
		return switch (this) {
			case Members(var segment) -> Stream.of(segment);
			case Everyone() -> Stream.empty();
			case Not(var other) -> other.named();
			case Both(var first, var second) -> Stream.concat(first.named(), second.named());
			case Either(var first, var second) -> Stream.concat(first.named(), second.named());
		};
	}

}
