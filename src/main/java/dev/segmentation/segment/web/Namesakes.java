package dev.segmentation.segment.web;

import dev.segmentation.segment.SegmentService;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/**
 * Refuses names that differ from another segment's only in the case of letters: people
 * and filters would mix the two up.
 */
@Component
class Namesakes {

	private final SegmentService segments;

	Namesakes(SegmentService segments) {
		this.segments = segments;
	}

	/**
	 * Adds an error to the name if another segment has it, and that segment to the page.
	 * @param except the id of the segment that gets the name; 0 for a new one
	 */
	void refuse(String name, long except, Errors errors, Model model) {
		this.segments.findNamesake(name, except).ifPresent((other) -> {
			errors.rejectValue("name",
					other.name().equals(name) ? "segments.form.name.taken" : "segments.form.name.alike",
					new Object[] { other.name() }, null);
			model.addAttribute("namesake", other);
		});
	}

}
