package dev.segmentation.segment.web;

import java.util.List;
import java.util.Objects;

import dev.segmentation.segment.ChangeRestriction;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentOwners;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;

import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Changes who may change a segment.
 */
@PageController
@SegmentScoped
class RestrictionPageController {

	private final SegmentOwners owners;

	RestrictionPageController(SegmentOwners owners) {
		this.owners = owners;
	}

	@PostMapping("/segments/{id}/restriction")
	String change(@ModelAttribute("segment") SegmentDetails segment,
			@RequestParam(defaultValue = "false") boolean restricted,
			@RequestParam(name = "owner", defaultValue = "") List<Long> chosen, PageVisit visit) {
		List<Long> present = chosen.stream().filter(Objects::nonNull).toList();
		this.owners.change(new ChangeRestriction(segment.id(), restricted, present), visit.account());
		visit.tell(Toast.success(restricted ? "segments.restriction.restricted" : "segments.restriction.opened",
				segment.name()));
		return "redirect:/segments/" + segment.id() + "/settings";
	}

}
