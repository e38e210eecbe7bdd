package dev.segmentation.shared;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTests {

	@Test
	void pagesForwardAndBackOverTheSameItems() {
		Page<Integer> first = page(null, 7);
		Page<Integer> second = page(first.next(), 7);
		Page<Integer> third = page(second.next(), 7);
		assertThat(first).extracting(Page::items, Page::previous).containsExactly(List.of(1, 2, 3), null);
		assertThat(second.items()).containsExactly(4, 5, 6);
		assertThat(third).extracting(Page::items, Page::next).containsExactly(List.of(7), null);
		assertThat(page(third.previous(), 7)).isEqualTo(second);
		assertThat(page(second.previous(), 7)).isEqualTo(first);
	}

	@Test
	void hasNoNextPageWhenTheLastOneIsFull() {
		assertThat(page(page(null, 6).next(), 6).next()).isNull();
	}

	@Test
	void showsTheWholeFirstPageWhenReadingBackReachesTheStart() {
		Cursor beforeTheThird = Cursor.after(3).reversed();
		assertThat(page(beforeTheThird, 7)).isEqualTo(page(null, 7));
	}

	@Test
	void showsTheFirstPageAfterTheEnd() {
		assertThat(page(Cursor.after(7), 7)).isEqualTo(page(null, 7));
		assertThat(page(Cursor.after(7), 0)).isEqualTo(Page.empty());
	}

	private static Page<Integer> page(@Nullable Cursor cursor, int last) {
		return Page.read(cursor, 3, Cursor::after, (from, limit) -> rows(from, limit, last));
	}

	private static List<Integer> rows(@Nullable Cursor from, int limit, int last) {
		if (from != null && from.back()) {
			return IntStream.iterate((int) from.number(0) - 1, (i) -> i - 1)
				.takeWhile((i) -> i > 0)
				.limit(limit)
				.boxed()
				.toList();
		}
		int start = (from != null) ? (int) from.number(0) : 0;
		return IntStream.rangeClosed(start + 1, last).limit(limit).boxed().toList();
	}

}
