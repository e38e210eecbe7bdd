package dev.segmentation.attack;

import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.segmentation.support.Imports;
import dev.segmentation.support.Pages;

/**
 * Five readers request a report about the whole month, and do not read it. Meanwhile
 * another account makes a report.
 */
final class SlowDownloads implements Weapon {

	private static final int READERS = 5;

	private static final int LINES = 100_000;

	@Override
	public void prepare(Target target) {
		target.addMembers(LINES);
	}

	@Override
	public String use(Target target, Bystander bystander) throws IOException, InterruptedException {
		YearMonth month = YearMonth.now(ZoneOffset.UTC);
		for (int n = 0; n < READERS; n++) {
			target.request("/api/v1/reports/file?year=%d&month=%d".formatted(month.getYear(), month.getMonthValue()));
		}
		bystander.stay();
		Pages pages = target.otherPages();
		long start = System.nanoTime();
		Imports.follow(pages, pages.post("/reports", Map.of("place", "FILE", "ttl", "1d")));
		return "%d slow downloads, another report took %d ms".formatted(READERS,
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
	}

}
