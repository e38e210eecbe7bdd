package dev.segmentation.membership.list;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * The entries of a list of users, which are read one by one.
 */
public interface ListSource {

	/** The largest number of entries. */
	int LONGEST = 1_000_000;

	ListLayout layout();

	/**
	 * Passes on the entries in their order.
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the list cannot
	 * be read to its end
	 */
	void forEach(Consumer<ListEntry> entries) throws IOException;

}
