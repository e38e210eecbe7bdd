package dev.segmentation.set.web;

import java.util.List;
import java.util.Optional;

import dev.segmentation.segment.Segment;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.set.SetService;
import dev.segmentation.shared.web.page.PageController;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Shows how many users each two of some segments share.
 */
@PageController
class OverlapsPageController {

	private final SetService sets;

	private final SegmentService segments;

	OverlapsPageController(SetService sets, SegmentService segments) {
		this.sets = sets;
		this.segments = segments;
	}

	@GetMapping("/segments/compare")
	String compare(@ModelAttribute("form") OverlapsForm form, BindingResult errors, Model model) {
		Optional<Segment> added = form.segment().isEmpty() ? Optional.empty()
				: this.segments.findNamesake(form.segment(), 0);
		if (added.isPresent() && !form.isFull()) {
			return "redirect:" + form.with(added.get().id());
		}
		if (!form.segment().isEmpty()) {
			errors.rejectValue("segment", form.isFull() ? "overlaps.full" : "overlaps.unknown",
					new Object[] { form.isFull() ? OverlapsForm.MOST : form.segment() }, null);
		}
		List<Segment> compared = form.ids().stream().flatMap((id) -> this.segments.find(id).stream()).toList();
		model.addAttribute("compared", compared).addAttribute("gone", form.ids().size() - compared.size());
		if (compared.size() > 1) {
			model.addAttribute("overlaps", this.sets.compare(compared));
		}
		return "sets/compare";
	}

}
