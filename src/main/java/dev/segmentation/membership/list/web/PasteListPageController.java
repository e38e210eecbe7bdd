package dev.segmentation.membership.list.web;

import java.beans.PropertyEditorSupport;
import java.time.Clock;
import java.time.ZonedDateTime;

import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.ListFile;
import dev.segmentation.membership.list.ListSource;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.membership.list.PastedList;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.LongText;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form for a pasted list of users.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members/paste")
class PasteListPageController {

	private final MemberListService lists;

	private final ListCheck check;

	private final EndFieldParser ends;

	private final Clock clock;

	PasteListPageController(MemberListService lists, ListCheck check, EndFieldParser ends, Clock clock) {
		this.lists = lists;
		this.check = check;
		this.ends = ends;
		this.clock = clock;
	}

	/** A form without a file sends an empty text as the file, or its name. */
	@InitBinder
	void ignoreFile(WebDataBinder binder) {
		binder.registerCustomEditor(MultipartFile.class, new PropertyEditorSupport() {
			@Override
			public void setAsText(String text) {
				setValue(null);
			}
		});
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", PasteForm.EMPTY);
		return "members/paste";
	}

	@PostMapping
	String paste(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") PasteForm form,
			BindingResult errors, PageVisit visit) {
		Ttl ttl = this.ends.parse(form, visit.zone(), errors);
		try {
			ListSource list = read(visit.text(form.text()), visit);
			if (!errors.hasErrors()) {
				long id = this.lists.store(segment.id(), form.toRequest(list, ttl), visit.account());
				return this.check.start(segment, id, visit);
			}
		}
		catch (InvalidInputException ex) {
			errors.rejectValue("text", ex.key(), ex.arguments(), null);
		}
		return "members/paste";
	}

	/** A pasted table is read like a file. */
	private ListSource read(LongText text, PageVisit visit) {
		return ListFile.pasted(text, ZonedDateTime.now(this.clock.withZone(visit.zone())))
			.orElseGet(() -> PastedList.parse(text));
	}

}
