package dev.segmentation.membership.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.membership.member.ChangeBetween;
import dev.segmentation.membership.member.ChangedMember;
import dev.segmentation.membership.member.ComparisonService;
import dev.segmentation.membership.member.MomentPair;
import dev.segmentation.membership.member.PastMemberService;
import dev.segmentation.membership.member.SegmentComparison;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.stream.CsvDownload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Compares the members of a segment at two moments.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/compare")
class ComparePageController {

	private static final Duration USUAL = Duration.ofDays(7);

	private final ComparisonService comparisons;

	private final PastMemberService members;

	private final MomentParser moments;

	private final CsvDownload download;

	private final Clock clock;

	ComparePageController(ComparisonService comparisons, PastMemberService members, MomentParser moments,
			CsvDownload download, Clock clock) {
		this.comparisons = comparisons;
		this.members = members;
		this.moments = moments;
		this.download = download;
		this.clock = clock;
	}

	/** Missing moments and local times are redirected to the URL with instants. */
	@GetMapping
	@HtmxFragment("list")
	String compare(@ModelAttribute("segment") SegmentDetails segment, CompareForm form, PageVisit visit, Model model) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Instant beginning = this.members.beginning(segment.id()).orElse(now);
		Moment to = moment("to", form.to(), now, beginning, visit);
		Instant until = (to.instant() != null) ? to.instant() : now;
		Instant week = until.minus(USUAL);
		Moment from = moment("from", form.from(), week.isBefore(beginning) ? beginning : week, beginning, visit);
		if (from.instant() != null && from.instant().isAfter(until)) {
			from = from.refused("from", "moment.order");
		}
		if (from.problems().isEmpty() && to.problems().isEmpty()
				&& (from.local() || to.local() || form.from().isEmpty() || form.to().isEmpty())) {
			return "redirect:" + url(segment, from.instant(), to.instant()).with("show", form.show()).first();
		}
		model.addAttribute("from", from.field(visit.zone()))
			.addAttribute("to", to.field(visit.zone()))
			.addAttribute("problems", Stream.concat(from.problems().stream(), to.problems().stream()).toList());
		if (from.instant() != null && to.instant() != null) {
			show(segment, new MomentPair(segment.id(), from.instant(), to.instant()), form, visit, model);
		}
		return "segments/compare";
	}

	private Moment moment(String field, String text, Instant usual, Instant beginning, PageVisit visit) {
		return this.moments.parse(field, text.isEmpty() ? usual.toString() : text, beginning, visit);
	}

	private static PageUrl url(SegmentDetails segment, @Nullable Instant from, @Nullable Instant to) {
		return PageUrl.of("/segments/%d/compare".formatted(segment.id())).with("from", from).with("to", to);
	}

	private void show(SegmentDetails segment, MomentPair pair, CompareForm form, PageVisit visit, Model model) {
		SegmentComparison comparison = this.comparisons.compare(pair, visit.zone());
		ChangeBetween shown = form.show().isEmpty() ? comparison.first() : ChangeBetween.of(form.show());
		Cursor cursor = Cursor.parse(form.at());
		Page<ChangedMember> page = this.comparisons.list(pair, shown, cursor);
		PageUrl url = url(segment, pair.from(), pair.to());
		model.addAttribute("pair", pair)
			.addAttribute("url", url.first())
			.addAttribute("comparison", comparison)
			.addAttribute("changes", List.of(ChangeBetween.values()))
			.addAttribute("shown", shown)
			.addAttribute("page", page)
			.addAttribute("links", url.with("show", shown.text()).links(page, cursor));
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/export")
	void export(@ModelAttribute("segment") SegmentDetails segment, CompareForm form, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		MomentPair pair = new MomentPair(segment.id(), instant(form.from()), instant(form.to()));
		this.download.send("changes-%d.csv".formatted(segment.id()),
				(reader) -> this.comparisons.readFile(pair, reader), request, response);
	}

	private static Instant instant(String text) {
		Instant instant = Moment.parse("", text, ZoneOffset.UTC).instant();
		if (instant == null) {
			throw new InvalidInputException();
		}
		return instant;
	}

}
