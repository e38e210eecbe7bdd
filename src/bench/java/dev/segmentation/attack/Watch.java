package dev.segmentation.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * The times of the answers since the start of a watch.
 */
final class Watch {

	private final List<Long> millis = new ArrayList<>();

	private int failed;

	synchronized void add(long millis, boolean answered) {
		this.millis.add(millis);
		this.failed += answered ? 0 : 1;
	}

	synchronized Service.Times times() {
		if (this.millis.isEmpty()) {
			return new Service.Times(0, 0, 0, 0);
		}
		List<Long> sorted = this.millis.stream().sorted().toList();
		return new Service.Times(sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast(), this.failed);
	}

}
