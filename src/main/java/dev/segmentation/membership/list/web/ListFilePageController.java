package dev.segmentation.membership.list.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;

import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.ListFile;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.turn.UploadTurns;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/**
 * The upload of a file of users, from the form for a pasted list.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members/file")
class ListFilePageController {

	private final MemberListService lists;

	private final ListCheck check;

	private final EndFieldParser ends;

	private final UploadTurns turns;

	private final Clock clock;

	ListFilePageController(MemberListService lists, ListCheck check, EndFieldParser ends, UploadTurns turns,
			Clock clock) {
		this.lists = lists;
		this.check = check;
		this.ends = ends;
		this.turns = turns;
		this.clock = clock;
	}

	@PostMapping
	String upload(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") PasteForm form,
			BindingResult errors, PageVisit visit) throws IOException {
		Ttl ttl = this.ends.parse(form, visit.zone(), errors);
		if (!form.hasFile()) {
			errors.rejectValue("file", "imports.file.MISSING");
		}
		Optional<Long> list = errors.hasErrors() ? Optional.empty() : store(segment, form, ttl, errors, visit);
		return list.map((id) -> this.check.start(segment, id, visit)).orElse("members/paste");
	}

	private Optional<Long> store(SegmentDetails segment, PasteForm form, @Nullable Ttl ttl, BindingResult errors,
			PageVisit visit) throws IOException {
		Optional<UploadTurns.Turn> turn = this.turns.take(visit.account());
		if (turn.isEmpty()) {
			errors.rejectValue("file", "imports.busy");
			return Optional.empty();
		}
		MultipartFile file = form.givenFile();
		try (InputStream content = file.getInputStream()) {
			ListFile list = new ListFile(form.fileName(), content,
					ZonedDateTime.now(this.clock.withZone(visit.zone())));
			return Optional.of(this.lists.store(segment.id(), form.toRequest(list, ttl), visit.account()));
		}
		catch (InvalidInputException ex) {
			errors.rejectValue("file", ex.key(), ex.arguments(), null);
			return Optional.empty();
		}
		finally {
			turn.get().end();
		}
	}

}
