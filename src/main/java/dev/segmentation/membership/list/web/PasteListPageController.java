package dev.segmentation.membership.list.web;

import dev.segmentation.membership.end.EndFieldParser;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.MemberListService;
import dev.segmentation.membership.list.PastedList;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The form for a pasted list of users.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members/paste")
class PasteListPageController {

	private final MemberListService lists;

	private final EndFieldParser ends;

	PasteListPageController(MemberListService lists, EndFieldParser ends) {
		this.lists = lists;
		this.ends = ends;
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
			PastedList list = PastedList.parse(visit.text(form.text()));
			if (!errors.hasErrors()) {
				long id = this.lists.read(segment.id(), form.toRequest(list, ttl), visit.account());
				return "redirect:" + MemberListPage.url(segment.id(), id);
			}
		}
		catch (InvalidInputException ex) {
			errors.rejectValue("text", ex.key(), ex.arguments(), null);
		}
		return "members/paste";
	}

}
