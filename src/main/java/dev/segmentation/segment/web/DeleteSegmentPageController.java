package dev.segmentation.segment.web;

import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The deletion of a segment: says how many users leave, and asks for the name.
 */
@PageController
@RequestMapping("/segments/{id:[0-9]{1,18}}/delete")
class DeleteSegmentPageController {

	private static final String VIEW = "segments/delete";

	private final SegmentService segments;

	private final SegmentTasks tasks;

	DeleteSegmentPageController(SegmentService segments, SegmentTasks tasks) {
		this.segments = segments;
		this.tasks = tasks;
	}

	@GetMapping
	String deleteForm(@PathVariable long id, CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		model.addAttribute("segment", this.segments.details(id)).addAttribute("form", new DeleteSegmentForm(null));
		return VIEW;
	}

	@PostMapping
	String delete(@PathVariable long id, @ModelAttribute("form") DeleteSegmentForm form, BindingResult errors,
			CurrentAccount account, Model model, HttpServletRequest request, HttpServletResponse response) {
		SegmentDetails segment = this.segments.details(id);
		if (form.confirms(segment.name())) {
			return Redirects.to(request, this.tasks.delete(segment, account).url());
		}
		errors.rejectValue("name", "segments.delete.name.wrong");
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		model.addAttribute("segment", segment);
		return VIEW;
	}

}
