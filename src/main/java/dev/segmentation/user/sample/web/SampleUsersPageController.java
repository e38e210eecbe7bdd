package dev.segmentation.user.sample.web;

import dev.segmentation.shared.refusal.RestrictedSegmentException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import dev.segmentation.user.sample.SampleUsers;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Adds and removes the sample users. Removing needs no confirmation, because they can be
 * added again.
 */
@PageController
@RequestMapping("/users/sample")
class SampleUsersPageController {

	private final SampleUsers samples;

	SampleUsersPageController(SampleUsers samples) {
		this.samples = samples;
	}

	@PostMapping
	String add(PageVisit visit) {
		visit.tell(Toast.success("users.sample.added", this.samples.add()));
		return "redirect:/users";
	}

	@PostMapping("/remove")
	String remove(PageVisit visit) {
		try {
			visit.tell(Toast.success("users.sample.removed", this.samples.remove(visit.account())));
		}
		catch (RestrictedSegmentException ex) {
			visit.tell(Toast.error("users.sample.restricted"));
		}
		return "redirect:/users";
	}

}
