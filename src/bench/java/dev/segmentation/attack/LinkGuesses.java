package dev.segmentation.attack;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.Imports;
import dev.segmentation.support.Pages;

/**
 * Opens a shared link with wrong signatures, 500 times. Meanwhile a person opens it with
 * the right one.
 */
final class LinkGuesses implements Weapon {

	private static final int GUESSES = 500;

	private static final Pattern LINK = Pattern.compile("/shared/(\\d+)/[\\w-]{43}/[^\"<\\s]+");

	private String link = "";

	private String id = "";

	@Override
	public void prepare(Target target) {
		Pages pages = target.otherPages();
		String report = Imports.follow(pages, pages.post("/reports", Map.of("place", "LINK", "ttl", "1d")));
		Matcher found = LINK.matcher(pages.get(report).body());
		if (!found.find()) {
			throw new AssertionError("The page of the report has no link");
		}
		this.link = found.group();
		this.id = found.group(1);
	}

	@Override
	public String use(Target target, Bystander bystander) {
		int refused = 0;
		for (int n = 0; n < GUESSES; n++) {
			String guess = "/shared/%s/%043d/report.csv".formatted(this.id, n);
			refused += (target.anonymous().callBytes("GET", guess, null).status() == 200) ? 0 : 1;
		}
		int opened = new Pages(target.anonymous(), Target.otherClient()).get(this.link).statusCode();
		if (refused < GUESSES || opened != 200) {
			throw new AssertionError("%d guesses refused, the right link answered %d".formatted(refused, opened));
		}
		return "%d guesses refused, the right link opened".formatted(refused);
	}

}
