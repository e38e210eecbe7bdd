package dev.segmentation.dashboard.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.dashboard.Addition;
import dev.segmentation.dashboard.AdditionSearch;
import dev.segmentation.dashboard.FoundSegment;
import dev.segmentation.dashboard.SearchResults;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.template.Messages;
import dev.segmentation.user.UserDetails;

import org.springframework.stereotype.Component;

/**
 * The lines of the palette for a typed text. Without a text, it offers all actions and
 * pages.
 */
@Component
class Palette {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));

	private final AdditionSearch additions;

	private final Messages messages;

	Palette(AdditionSearch additions, Messages messages) {
		this.additions = additions;
		this.messages = messages;
	}

	/**
	 * Returns the groups that have lines. Users who are only similar to the text are
	 * offered when nothing else is.
	 * @param found the segments and users that match the text
	 */
	List<PaletteGroup> groups(String text, SearchResults found, CurrentAccount account) {
		Stream<PaletteItem> added = this.additions.search(text, account).stream().map(this::item);
		List<PaletteGroup> groups = Stream
			.of(new PaletteGroup("actions", Stream.concat(entries(text, account, false), added).toList()),
					new PaletteGroup("pages", entries(text, account, true).toList()),
					new PaletteGroup("segments", found.segments().stream().map(this::item).toList()),
					new PaletteGroup("users", users(found, false)))
			.filter((group) -> !group.items().isEmpty())
			.toList();
		List<PaletteItem> alike = groups.isEmpty() ? users(found, true) : List.of();
		return alike.isEmpty() ? groups : List.of(new PaletteGroup("alike", alike));
	}

	private static List<PaletteItem> users(SearchResults found, boolean alike) {
		return found.users()
			.stream()
			.filter((match) -> match.alike() == alike)
			.map((match) -> item(match.user()))
			.toList();
	}

	private Stream<PaletteItem> entries(String text, CurrentAccount account, boolean pages) {
		return Arrays.stream(PaletteEntry.values())
			.filter((entry) -> entry.isPage() == pages && account.may(entry.role()) && fits(text, entry))
			.map((entry) -> entry.item(this.messages.get(entry.title())));
	}

	/** The reader may think of the title in the other language. */
	private boolean fits(String text, PaletteEntry entry) {
		return LANGUAGES.stream()
			.map((language) -> this.messages.getMessage(entry.title(), null, language))
			.anyMatch((title) -> PaletteEntry.fits(text, title));
	}

	private PaletteItem item(Addition addition) {
		if (addition.member()) {
			return new PaletteItem("/users/" + addition.userId(), "user-check", addition.login(),
					this.messages.get("palette.already", addition.segment()));
		}
		return new PaletteItem("/users/" + addition.userId() + "/segments/add?segment=" + addition.segmentId(), "plus",
				this.messages.get("palette.add", addition.login(), addition.segment()), "", true);
	}

	private PaletteItem item(FoundSegment segment) {
		String former = (segment.formerName() != null) ? this.messages.get("search.former") + " " + segment.formerName()
				: "";
		String detail = Stream.of(former, segment.description())
			.filter((part) -> !part.isBlank())
			.collect(Collectors.joining(" · "));
		return new PaletteItem("/segments/" + segment.id(), "chart-pie", segment.name(), detail);
	}

	private static PaletteItem item(UserDetails user) {
		String detail = Stream.of(user.email(), user.externalId(), "" + user.id())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" · "));
		return new PaletteItem("/users/" + user.id(), "user", user.login(), detail);
	}

}
