package dev.segmentation.report.opening;

import java.util.Optional;
import java.util.UUID;

import dev.segmentation.shared.ClientProgram;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logs the openings of links and lists them.
 */
@Service
public class LinkOpeningService {

	/**
	 * The number of logged openings of a link. A client with the link can open it without
	 * end, so the log keeps the latest ones. All openings are counted.
	 */
	public static final int KEPT = 1000;

	private final LinkOpeningRepository openings;

	LinkOpeningService(LinkOpeningRepository openings) {
		this.openings = openings;
	}

	/**
	 * Counts and logs an opening. Of the address, only the network is stored.
	 * @param address the IP address of the client
	 * @param userAgent the header of the request
	 */
	public void add(long reportId, String address, @Nullable String userAgent) {
		this.openings.insert(reportId, null, ClientNetwork.of(address), ClientProgram.of(userAgent), KEPT);
	}

	/**
	 * Counts and logs an opening by the page of a link. The same visit counts once within
	 * an hour, so that a double click and a repeated download are one opening.
	 * @return the number of the opening; empty when the link was opened as often as
	 * allowed, or has ended
	 */
	@Transactional
	public Optional<Long> open(long reportId, UUID visit, String address, @Nullable String userAgent) {
		return this.openings.lockAndFind(reportId, visit)
			.or(() -> this.openings.insert(reportId, visit, ClientNetwork.of(address), ClientProgram.of(userAgent),
					KEPT));
	}

	/**
	 * Whether an opening may still download the file: for an hour, unless the link gets
	 * another password or a lower maximum.
	 */
	public boolean isGranted(long reportId, long number) {
		return this.openings.isGranted(reportId, number);
	}

	/**
	 * Reads a page of the logged openings of a report, newest first.
	 * @param cursor {@code null} for the first page
	 */
	public Page<LinkOpening> page(long reportId, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (opening) -> Cursor.after(opening.number()),
				(from, limit) -> this.openings.find(reportId, from, limit));
	}

}
